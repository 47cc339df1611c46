using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Packs;
using Isnad.Semantics;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Resolution;

/// <summary>Goes through a report's phrases for the places in them, and how each stands to the one named beside it.</summary>
internal sealed class PlaceSurvey(LanguagePack pack, ReportAnalysis report)
{
    private const int DistanceBack = 7;

    private readonly List<PlaceUse> _uses = [];

    /// <summary>Numbers by the token after them.</summary>
    private readonly Dictionary<int, NumberValue> _numbers = report.Values.Where(v => v.Number is not null).DistinctBy(v => v.End).ToDictionary(v => v.End, v => v.Number!);

    /// <summary>The places, in text order.</summary>
    public List<PlaceUse> Read()
    {
        for (var s = 0; s < report.Items.Count; s++) Read(report.Items[s], s);
        return _uses;
    }

    private void Read(List<SentencePart> items, int sentence)
    {
        PlaceUse? before = null;
        var end = -1;
        for (var k = 0; k < items.Count; k++)
        {
            if (items[k].Kind == PartKind.Mark && items[k].Mark is ',' or '(' or ')' or '-' or '/' or '\u2013' or '"' or '\u00ab' or '\u00bb') continue;
            if (items[k].Phrase is not { } phrase || UseOf(phrase, sentence) is not { } use)
            {
                // "Ten kilometres" may stand between them.
                if (items[k].Phrase is { Number: not null, Lemma: { } measure } && pack.Bearings.Unit(pack.Fold.Fold(measure.Text)) is not null) { end = items[k].Phrase!.End; continue; }
                before = null;
                if (items[k].Phrase is { } bearer) ReadInside(bearer, null, sentence);
                continue;
            }
            // "The Libyan capital Tripoli": what stands in apposition says what it is.
            if (use.Head is null && phrase.Preposition.Length == 0 && !phrase.And && before is { Choice: null, Phrase: { Name: null, Genitive: null, IsDefinite: true } } && end == phrase.Start) use.Head = before.Head;
            _uses.Add(use);
            ReadInside(phrase, use, sentence);
            if (before is not null && phrase.Start - end <= 2 && !phrase.And) Join(before, use, false);
            if (pack.Meanings.RoleOf(phrase.Preposition) == Role.Between && k + 1 < items.Count && items[k + 1] is { And: true, Phrase: { } second } && UseOf(second, sentence) is { } other)
            {
                var between = before is not null && phrase.Start - end <= 1 ? before : use;
                if (between.Beside == Beside.None) between.Between.AddRange([use, other]);
                use.IsLimit |= between != use;
            }
            if (use.Km is null) use.Km = Distance(phrase.Start);
            (before, end) = (use, phrase.End);
        }
    }

    /// <summary>The places in what hangs on a phrase: its group, the complement of its participle.</summary>
    private void ReadInside(Phrase phrase, PlaceUse? use, int sentence)
    {
        for (var inner = phrase; inner is not null; inner = inner.Genitive)
        {
            if (inner.Group is { } group && UseOf(group, sentence) is { } counted) _uses.Add(counted);
            if (inner.Complement is not { } complement || UseOf(complement, sentence) is not { } joined) continue;
            _uses.Add(joined);
            if (use is not null) Join(use, joined, true);
        }
    }

    /// <summary>What the first word of a name of several words says that it is.</summary>
    private NounKind? OwnHead(Phrase name) =>
        name.Lemma is { } first && (pack.Bearings.HeadOf(first.Text) ?? pack.Meanings.KindOf(first.Text)) is { Denotes: Denotes.Place or Denotes.Facility } kind ? kind : null;

    /// <summary>The place that a phrase is about: the first of the phrases in it that names one.</summary>
    private PlaceUse? UseOf(Phrase phrase, int sentence)
    {
        Phrase? outer = null;
        foreach (var inner in phrase.Nested())
        {
            var heads = inner.Kind?.Denotes is Denotes.Place or Denotes.Facility;
            if (inner.Name is { } name && inner.Head == name.Start && Array.Exists(name.Entries, e => e.Kind is NameKind.Place or NameKind.Country or NameKind.Capital or NameKind.Unlisted))
                return new PlaceUse { Phrase = inner, Outer = outer ?? inner, Head = outer?.Kind ?? (name.End - name.Start > 1 ? OwnHead(inner) : null), Sentence = sentence };
            if (heads && inner.Genitive is null) return new PlaceUse { Phrase = inner, Outer = outer ?? inner, Head = inner.Kind, Sentence = sentence };
            if (heads && !inner.Genitive!.Nested().Any(g => g.Name is not null || g.Kind?.Denotes is Denotes.Place or Denotes.Facility)) return new PlaceUse { Phrase = inner, Outer = outer ?? inner, Head = inner.Kind, Sentence = sentence };
            outer = heads ? inner : null;
        }
        return null;
    }

    /// <summary>Sets a place beside the one that follows it.</summary>
    private void Join(PlaceUse use, PlaceUse next, bool belongs)
    {
        var preposition = pack.Fold.Fold(OutermostPreposition(next));
        for (var t = (use.Phrase.Name?.End ?? use.Phrase.Start) - 1; t < next.Outer.Start; t++)
        {
            if (t <= use.Phrase.Start || report.Tokens[t].Kind != TokenKind.Word) continue;
            var word = Letters(t);
            if (pack.Bearings.IsWithin(word)) { Set(use, Beside.Within, next); return; }
            if (pack.Bearings.IsNear(word)) preposition = word;
        }
        var direction = pack.Bearings.Direction(preposition) ?? (next.Outer.Lemma is { } lemma && next.Outer != next.Phrase ? pack.Bearings.Direction(pack.Fold.Fold(lemma.Text)) : null);
        if (direction is not null || pack.Bearings.IsNear(preposition))
        {
            Set(use, IsArea(next) ? Beside.Within : Beside.Near, next);
            next.IsLimit |= use.Other == next;
            use.Direction = use.Beside == Beside.Near ? direction : null;
            use.Km = Distance(next.Outer.Start);
            return;
        }
        if (next.Head?.Class == "route" && (belongs || preposition.Length > 0)) { Set(use, Beside.On, next); return; }
        var role = pack.Meanings.RoleOf(OutermostPreposition(next));
        // "In the governorate of X, in the town of Y": the first contains the second.
        if (IsArea(use) && !IsArea(next) && role is Role.Place or Role.Instrument) { Set(next, Beside.Within, use); return; }
        if (belongs || role is Role.Place or Role.Instrument or Role.Under || (preposition.Length == 0 && IsArea(next) && !IsArea(use))) Set(use, Beside.Within, next);
    }

    private static void Set(PlaceUse use, Beside beside, PlaceUse other)
    {
        if (use.Beside != Beside.None) return;
        (use.Beside, use.Other) = (beside, other);
        other.IsLimit |= beside == Beside.Near;
    }

    private static string OutermostPreposition(PlaceUse use) => use.Outer.Preposition.Length > 0 ? use.Outer.Preposition : use.Phrase.Preposition;

    /// <summary>Whether a place is large by the words for it: a governorate, a region, a country.</summary>
    private bool IsArea(PlaceUse use) =>
        use.Asked is "governorate" or "region" or "district" or "country"
        || (use.Asked.Length == 0 && use.Phrase.Name is { } name && Array.TrueForAll(name.Entries, e => e.Kind is NameKind.Country || (e.Kind == NameKind.Place && e.Index >= 0 && pack.World.Places[e.Index].Class is "admin1" or "region")));

    /// <summary>The kilometres that stand before a phrase: "five kilometres east of X".</summary>
    private double? Distance(int start)
    {
        for (var t = start - 1; t > 0 && t >= start - DistanceBack && report.Tokens[t].Kind != TokenKind.Break; t--)
        {
            if (report.Tokens[t].Kind != TokenKind.Word || pack.Bearings.Unit(Letters(t)) is not { } km) continue;
            var number = _numbers.GetValueOrDefault(t) ?? _numbers.GetValueOrDefault(t + 1);
            // The dual tells its number itself.
            var value = number?.LowOrNull ?? (report.Analyses[t] is [var a, ..] && a.Features.HasFlag(Morphology.Morph.Dual) ? 2 : null);
            return value is { } n ? (double)n * km : null;
        }
        return null;
    }

    private string Letters(int token) => report.Text.Chars[report.Tokens[token].Start..report.Tokens[token].End].ToString();
}
