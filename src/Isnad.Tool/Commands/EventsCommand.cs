using System.CommandLine;
using System.Globalization;
using Isnad.Ledger;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Rows;
using Isnad.Tool.Output;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad events</c>: finds events, tells one in full, and takes people's decisions.</summary>
internal static class EventsCommand
{
    public static Command Create(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        data.Recursive = true;
        var numbers = new Argument<string[]>("EVENT") { Description = "Events to tell in full (E12).", Arity = ArgumentArity.ZeroOrMore };
        var filters = new EventFilters();
        var format = LedgerPlace.Choice("--format", "How to write them", RowWriter.Formats);
        var limit = LedgerPlace.Limit("events");
        var command = new Command("events", "Find events by time, place, actor, type, status, grade, outlet or words; or tell some in full.") { numbers, data, format, limit };
        filters.AddTo(command);
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            if (parsed.GetValue(numbers) is { Length: > 0 } wanted) return Tell(store, wanted, parsed.GetValue(format)!);
            var query = filters.Query(parsed) with { Limit = parsed.GetValue(limit) };
            var written = RowWriter.Write(EventList.Find(store, query), EventColumns.All, parsed.GetValue(format)!);
            var all = written < query.Limit || query.Limit == 0 ? written : EventList.Count(store, query);
            if (written == 0) Console.Error.WriteLine($"isnad: no event matches; there are {EventList.Count(store, new EventQuery())} in all");
            else if (written < all) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"isnad: {written} of {all} events; --limit 0 for all"));
            return 0;
        }));
        command.Add(Join(data, packs));
        command.Add(Split(data, packs));
        command.Add(Grade(data, packs));
        command.Add(Why(data, packs));
        command.Add(Decided(data, packs));
        command.Add(Withdraw(data, packs));
        return command;
    }

    private static int Tell(Store store, string[] wanted, string format)
    {
        foreach (var name in wanted)
        {
            var number = Number(name);
            var made = store.Event(number, reasons: true) ?? throw new KeyNotFoundException($"there is no event {name}");
            if (format == "json")
            {
                RowWriter.WriteObject(json => EventAnswer.Write(json, made));
                continue;
            }
            if (made.Number != number) Console.WriteLine($"{name} is now E{made.Number}");
            Console.Write(EventText.Of(made));
        }
        return 0;
    }

    private static long Number(string name) => LedgerPlace.EventNumber(name) ?? throw new ArgumentException($"'{name}' is no event; events are named E1, E2 ...");

    private static Command Join(Option<string> data, Option<string?> packs)
    {
        var numbers = new Argument<string[]>("EVENT") { Description = "Events that are one.", Arity = new ArgumentArity(2, 1000) };
        var (person, note) = Signature();
        var command = new Command("join", "Say that events are one.") { numbers, person, note };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var events = parsed.GetValue(numbers)!.Select(Number).ToList();
            var decision = new Decisions(store, parsed.GetValue(person), DateTimeOffset.UtcNow).Join(events, parsed.GetValue(note));
            Console.WriteLine($"decision {decision}: they are E{store.Event(events[0])!.Number}");
            return 0;
        }));
        return command;
    }

    private static Command Split(Option<string> data, Option<string?> packs)
    {
        var number = new Argument<string>("EVENT") { Description = "The event." };
        var claims = new Argument<string[]>("CLAIM") { Description = "Keys of the claims that are of another happening.", Arity = ArgumentArity.OneOrMore };
        var (person, note) = Signature();
        var command = new Command("split", "Say that claims of an event are of another happening.") { number, claims, person, note };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var decision = new Decisions(store, parsed.GetValue(person), DateTimeOffset.UtcNow).Split(Number(parsed.GetValue(number)!), parsed.GetValue(claims)!, parsed.GetValue(note));
            Console.WriteLine($"decision {decision}");
            return 0;
        }));
        return command;
    }

    private static Command Grade(Option<string> data, Option<string?> packs)
    {
        var number = new Argument<string>("EVENT") { Description = "The event." };
        var value = new Argument<string>("GRADE") { Description = "confirmed or discounted." };
        var (person, note) = Signature();
        var command = new Command("grade", "Confirm or discount an event.") { number, value, person, note };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var decision = new Decisions(store, parsed.GetValue(person), DateTimeOffset.UtcNow).Grade(Number(parsed.GetValue(number)!), parsed.GetValue(value)!, parsed.GetValue(note));
            Console.WriteLine($"decision {decision}");
            return 0;
        }));
        return command;
    }

    private static Command Why(Option<string> data, Option<string?> packs)
    {
        var one = new Argument<string>("EVENT") { Description = "An event." };
        var other = new Argument<string>("OTHER") { Description = "Another one." };
        var command = new Command("why", "Say why two events are not one.") { one, other };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            foreach (var reason in store.WhyApart(Number(parsed.GetValue(one)!), Number(parsed.GetValue(other)!))) Console.WriteLine(reason);
            return 0;
        }));
        return command;
    }

    private static Command Decided(Option<string> data, Option<string?> packs)
    {
        var command = new Command("decisions", "List people's decisions that stand.");
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            foreach (var d in new Decisions(store, null, DateTimeOffset.UtcNow).All)
                Console.WriteLine($"{d.Number}\t{d.Kind}\t{d.Value}\t{string.Join(' ', d.Claims)}{(d.Others.Count > 0 ? " | " + string.Join(' ', d.Others) : "")}\t{d.Person}\t{d.Made}\t{d.Note}");
            return 0;
        }));
        return command;
    }

    private static Command Withdraw(Option<string> data, Option<string?> packs)
    {
        var number = new Argument<long>("DECISION") { Description = "Number of the decision." };
        var command = new Command("withdraw", "Take a decision back.") { number };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            new Decisions(store, null, DateTimeOffset.UtcNow).Withdraw(parsed.GetValue(number));
            return 0;
        }));
        return command;
    }

    private static (Option<string?> Person, Option<string?> Note) Signature() =>
        (new Option<string?>("--by") { Description = "Who decides.", HelpName = "NAME" }, new Option<string?>("--note") { Description = "Why.", HelpName = "TEXT" });
}
