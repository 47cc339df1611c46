using System.CommandLine;
using System.Globalization;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Rows;
using Isnad.Ledger.Situations;
using Isnad.Readings;
using Isnad.Tool.Output;

namespace Isnad.Tool.Commands;

/// <summary>Commands that ask a ledger: <c>figures</c>, <c>sources</c>, <c>search</c>, <c>situation</c>.</summary>
internal static class LedgerLists
{
    public static Command Figures(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var measure = LedgerPlace.Choices("--measure", "What is counted", "MEASURE", Words.All<Measure>());
        var place = LedgerPlace.Many("--place", "A place: a name, a key, or a country's ISO code.", "PLACE");
        var scope = LedgerPlace.Choices("--scope", "What it is a figure of", "SCOPE", Words.All<FigureScope>());
        var claimant = new Option<string?>("--claimant") { Description = "Part of the claimant's name or key.", HelpName = "NAME" };
        var from = LedgerPlace.Day("--from", "Said on this day or later.");
        var to = LedgerPlace.Day("--to", "Said on this day or before.");
        var format = LedgerPlace.Choice("--format", "How to write them", RowWriter.Formats);
        var limit = LedgerPlace.Limit("series");
        var command = new Command("figures", "Figures by claimant: what each said when, and what stands.") { data, measure, place, scope, claimant, from, to, format, limit };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var series = FigureList.Find(store, new FigureQuery
            {
                Measures = LedgerPlace.Chosen(parsed, measure),
                Places = parsed.GetValue(place) ?? [],
                Scopes = LedgerPlace.Chosen(parsed, scope),
                Claimant = parsed.GetValue(claimant),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Limit = parsed.GetValue(limit),
            });
            if (RowWriter.Write(series.SelectMany(s => s.Points.Select(p => (s, p))), ListColumns.Figures, parsed.GetValue(format)!) == 0) Console.Error.WriteLine("isnad: no figure matches");
            return 0;
        }));
        return command;
    }

    public static Command Sources(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var name = new Argument<string?>("NAME") { Description = "Part of the name or key.", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<string?>("--kind") { Description = "Kind of source (outlet, agency, monitor, office ...).", HelpName = "KIND" };
        var format = LedgerPlace.Choice("--format", "How to write them", RowWriter.Formats);
        var limit = LedgerPlace.Limit("sources");
        var command = new Command("sources", "Who says, and who hands it on.") { name, data, kind, format, limit };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            if (RowWriter.Write(SourceList.Find(store, parsed.GetValue(name), parsed.GetValue(kind), parsed.GetValue(limit)), ListColumns.Sources, parsed.GetValue(format)!) == 0) Console.Error.WriteLine("isnad: no source matches");
            return 0;
        }));
        return command;
    }

    public static Command Search(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var words = new Argument<string[]>("WORDS") { Description = "Words that a report must hold, folded as the reader folds them; \"several words\" in this order.", Arity = ArgumentArity.OneOrMore };
        var format = LedgerPlace.Choice("--format", "How to write them", RowWriter.Formats);
        var limit = LedgerPlace.Limit("reports", 20);
        var command = new Command("search", "Find reports by their words.") { words, data, format, limit };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var text = string.Join(' ', parsed.GetValue(words)!.Select(w => w.Contains(' ', StringComparison.Ordinal) && !w.Contains('"', StringComparison.Ordinal) ? $"\"{w}\"" : w));
            if (RowWriter.Write(ReportSearch.Find(store, text, parsed.GetValue(limit)), ListColumns.Found, parsed.GetValue(format)!) == 0) Console.Error.WriteLine("isnad: no report holds these words");
            return 0;
        }));
        return command;
    }

    public static Command Situation(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var at = LedgerPlace.Day("--at", "The day asked about.");
        at.Required = true;
        var known = LedgerPlace.Day("--known-by", "Only what was published by this day.");
        var place = LedgerPlace.Many("--place", "A place: a name, a key, or a country's ISO code.", "PLACE");
        var format = LedgerPlace.Choice("--format", "How to write it", RowWriter.Formats);
        var command = new Command("situation", "How things stood on a day: who held what, posts, agreements, routes, and the figures then told.") { data, at, known, place, format };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var form = parsed.GetValue(format)!;
            var situation = SituationQuery.Ask(store, parsed.GetValue(at)!.Value, parsed.GetValue(known), parsed.GetValue(place), tallies: form == "table");
            RowWriter.Write(situation.Standings, ListColumns.Standings, form);
            if (form != "table") return 0;
            if (situation.Tallies.Count > 0) Console.WriteLine("\nFigures told by then, by claimant");
            RowWriter.Write(situation.Tallies.Select(s => (s, s.Current!)), ListColumns.Figures, form);
            if (situation.Standings.Count == 0 && situation.Tallies.Count == 0) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"isnad: nothing is told of {situation.At:yyyy-MM-dd}"));
            return 0;
        }));
        return command;
    }
}
