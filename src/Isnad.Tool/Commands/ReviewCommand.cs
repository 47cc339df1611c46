using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Isnad.Ledger;
using Isnad.Ledger.Review;
using Isnad.Ledger.Rows;
using Isnad.Tool.Output;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad review</c>: claims that people should look at, and what they decide about them.</summary>
internal static class ReviewCommand
{
    public static Command Create(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        data.Recursive = true;
        var by = new Option<string>("--by") { Description = "Who reviews; the default is the name of the user.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName, Recursive = true };
        var queue = LedgerPlace.Choice("--queue", "Which claims", [.. ReviewQuery.Queues]);
        var report = new Option<string?>("--report") { Description = "Only claims of this report.", HelpName = "ID" };
        var kind = LedgerPlace.Many("--kind", "Only this kind of claim: event, figure, state; can be given several times.", "KIND");
        var format = LedgerPlace.Choice("--format", "How to write them", RowWriter.Formats);
        var limit = new Option<int>("--limit") { Description = "At most so many; 0 for all.", DefaultValueFactory = _ => 20, HelpName = "N" };
        var command = new Command("review", "Claims to look at, those first that are most to be doubted and on which most depends; and what people decide about them.") { data, by, queue, report, kind, format, limit };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var query = new ReviewQuery { Queue = parsed.GetValue(queue)!, Person = parsed.GetValue(by), Report = parsed.GetValue(report), Kinds = parsed.GetValue(kind) ?? [], Limit = parsed.GetValue(limit) };
            var written = RowWriter.Write(ReviewQueue.Find(store, query), ReviewColumns.Queue, parsed.GetValue(format)!);
            var all = ReviewQueue.Count(store, query);
            if (written == 0) Console.Error.WriteLine($"isnad: no claim is in the queue '{query.Queue}'");
            else if (written < all) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"isnad: {written} of {all} claims; --limit 0 for all"));
            return 0;
        }));
        command.Add(Decide("accept", "Say that claims are right.", data, by, packs));
        command.Add(Decide("reject", "Say that claims are wrong: they count no more.", data, by, packs));
        command.Add(Decide("unsure", "Say that one cannot tell.", data, by, packs));
        command.Add(Decide("reopen", "Put claims back into the queue.", data, by, packs));
        command.Add(Edit(data, by, packs));
        command.Add(Add(data, by, packs));
        command.Add(Assign(data, by, packs));
        command.Add(Agreed(data, packs));
        command.Add(History(data, packs));
        command.Add(Undo(data, by, packs));
        return command;
    }

    private static Command Decide(string kind, string description, Option<string> data, Option<string> by, Option<string?> packs)
    {
        var claims = new Argument<string[]>("CLAIM") { Description = "Keys of claims.", Arity = ArgumentArity.OneOrMore };
        var (note, settle) = (Note(), Settle());
        var adopt = new Option<string?>("--as") { Description = "Settle it as this coder has it.", HelpName = "NAME" };
        var command = new Command(kind, description) { claims, note, settle };
        if (kind == "accept") command.Add(adopt);
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var adopts = kind == "accept" ? parsed.GetValue(adopt) : null;
            foreach (var number in new ClaimReview(store, parsed.GetValue(by), DateTimeOffset.UtcNow).Decide(parsed.GetValue(claims)!, kind, parsed.GetValue(note), parsed.GetValue(settle) || adopts is not null, adopts)) Console.WriteLine($"decision {number}");
            return 0;
        }));
        return command;
    }

    private static Command Edit(Option<string> data, Option<string> by, Option<string?> packs)
    {
        var claim = new Argument<string>("CLAIM") { Description = "Key of the claim." };
        var fields = new Argument<string>("FIELDS") { Description = "Fields as they are to be, as JSON: {\"status\": \"possible\"}." };
        var (note, settle) = (Note(), Settle());
        var command = new Command("edit", "Put fields of a claim right.") { claim, fields, note, settle };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            using var json = Parse(parsed.GetValue(fields)!);
            Console.WriteLine($"decision {new ClaimReview(store, parsed.GetValue(by), DateTimeOffset.UtcNow).Edit(parsed.GetValue(claim)!, json.RootElement, parsed.GetValue(note), parsed.GetValue(settle))}");
            return 0;
        }));
        return command;
    }

    private static Command Add(Option<string> data, Option<string> by, Option<string?> packs)
    {
        var report = new Argument<string>("REPORT") { Description = "Id or address of the report." };
        var claim = new Argument<string>("CLAIM") { Description = "The claim as JSON: kind, evidence (spans of the report with their words) and fields as in a reading." };
        var note = Note();
        var command = new Command("add", "Add a claim that the reader missed.") { report, claim, note };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            using var json = Parse(parsed.GetValue(claim)!);
            var (number, key) = new ClaimReview(store, parsed.GetValue(by), DateTimeOffset.UtcNow).Add(parsed.GetValue(report)!, json.RootElement, parsed.GetValue(note));
            Console.WriteLine($"decision {number}: claim {key}");
            return 0;
        }));
        return command;
    }

    private static Command Assign(Option<string> data, Option<string> by, Option<string?> packs)
    {
        var claims = new Argument<string[]>("CLAIM") { Description = "Keys of claims.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string?>("--to") { Description = "Who is to code them. Two people with one claim do not learn of each other's word before both have decided.", HelpName = "NAME" };
        var from = new Option<string?>("--from") { Description = "Who is to code them no more.", HelpName = "NAME" };
        var command = new Command("assign", "Give claims to somebody to code, or take them away.") { claims, to, from };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var review = new ClaimReview(store, parsed.GetValue(by), DateTimeOffset.UtcNow);
            var keys = parsed.GetValue(claims)!;
            if (parsed.GetValue(to) is null && parsed.GetValue(from) is null) throw new ArgumentException("say --to or --from whom");
            if (parsed.GetValue(from) is { } old) Console.WriteLine($"{review.Unassign(keys, old)} claims taken from {old}");
            if (parsed.GetValue(to) is { } coder) Console.WriteLine($"{review.Assign(keys, coder)} claims given to {coder}");
            return 0;
        }));
        return command;
    }

    private static Command Agreed(Option<string> data, Option<string?> packs)
    {
        var coders = new Argument<string[]>("CODER") { Description = "Only these coders.", Arity = new ArgumentArity(0, 2) };
        var format = LedgerPlace.Choice("--format", "How to write it", RowWriter.Formats);
        var command = new Command("agreement", "How far coders agree who did not know of each other: percent and Cohen's kappa for each field.") { coders, format };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var names = parsed.GetValue(coders) ?? [];
            if (RowWriter.Write(Agreement.Of(store, names.ElementAtOrDefault(0), names.ElementAtOrDefault(1)), ReviewColumns.Agreement, parsed.GetValue(format)!) == 0) Console.Error.WriteLine("isnad: no claim was coded by two people yet; 'isnad review assign' gives one to a second");
            return 0;
        }));
        return command;
    }

    private static Command History(Option<string> data, Option<string?> packs)
    {
        var claim = new Argument<string>("CLAIM") { Description = "Key of the claim." };
        var command = new Command("history", "What was decided about a claim, also what was taken back.") { claim };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            foreach (var d in DecisionHistory.OfClaim(store, parsed.GetValue(claim)!, null))
                Console.WriteLine($"{d.Number}\t{d.Kind}{(d.Adjudicates ? " (settles)" : "")}\t{d.Person}\t{d.Made}\t{(d.Before is null ? d.After : $"{d.Before} => {d.After}")}\t{d.Note}{(d.Withdrawn ? $"\ttaken back by {d.WithdrawnBy} {d.WithdrawnAt}" : "")}");
            return 0;
        }));
        return command;
    }

    private static Command Undo(Option<string> data, Option<string> by, Option<string?> packs)
    {
        var numbers = new Argument<long[]>("DECISION") { Description = "Numbers of decisions; without any, your last one that stands.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("undo", "Take decisions back.") { numbers };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var person = parsed.GetValue(by)!;
            var wanted = parsed.GetValue(numbers) is { Length: > 0 } named ? named : [ClaimReview.LastOf(store, person) ?? throw new KeyNotFoundException($"no decision of {person} stands")];
            foreach (var number in wanted)
            {
                new Decisions(store, person, DateTimeOffset.UtcNow).Withdraw(number);
                Console.WriteLine($"decision {number} is taken back");
            }
            return 0;
        }));
        return command;
    }

    private static Option<string?> Note() => new("--note") { Description = "Why.", HelpName = "TEXT" };

    private static Option<bool> Settle() => new("--settle") { Description = "Settle what the claim's coders saw differently." };

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"this is no JSON: {e.Message}", e);
        }
    }
}
