#pragma warning disable CS1591 // Members of these vocabularies are the words of the format; docs/reading.md explains each.
using System.Runtime.CompilerServices;

namespace Isnad.Readings;

/// <summary>What kind of thing an entity is.</summary>
public enum EntityKind { Place, Person, Organisation, ArmedGroup, People, Facility, Route, Agreement, Weapon }

/// <summary>How finely a place is known.</summary>
public enum PlacePrecision { Point, Settlement, District, Governorate, Country, Region, Unknown }

/// <summary>What kind of speaker a source is.</summary>
public enum SourceKind { Outlet, Agency, Monitor, Person, Office, Organisation, Channel, Document, Witness, Anonymous }

/// <summary>How the speaker stands to the claim.</summary>
public enum Stance { States, Alleges, Confirms, Doubts }

/// <summary>Whether, by the claim, it happened.</summary>
public enum ClaimStatus { Happened, Ongoing, Planned, Sought, Threatened, Possible, Denied, Foiled }

/// <summary>Whether the claim affirms or negates.</summary>
public enum Polarity { Affirmed, Negated }

/// <summary>Whether the claim is the report's news, taken for granted, or told as background.</summary>
public enum Assertion { Asserted, Presupposed, Background }

/// <summary>How finely a time is stated.</summary>
public enum TimePrecision { Minute, PartOfDay, Day, Week, Month, Season, Year, Unknown }

/// <summary>How a claim stands to its time's interval.</summary>
public enum TimeRelation { At, Throughout, Since, Until, Before, After }

/// <summary>Where a claim's time comes from.</summary>
public enum TimeBasis { Stated, Inherited }

/// <summary>What kind of bound a number has.</summary>
public enum Bound { Exact, AtLeast, MoreThan, About, UpTo, LessThan, Between, Vague }

/// <summary>How one event applies to several places.</summary>
public enum Distribution { Each, Joint, Unknown }

/// <summary>What a figure is a figure of.</summary>
public enum FigureScope { Event, Period, Place, Cumulative }

/// <summary>What a figure counts.</summary>
public enum Measure
{
    Killed, Wounded, Casualties, Missing, Detained, Abducted, Displaced, Returned, Besieged, InNeed,
    Troops, Vehicles, Weapons, Strikes, Posts, Buildings, Area, Money, Other,
}

/// <summary>How one claim stands to another.</summary>
public enum RelationType { Content, Causes, PartOf, Updates, Corrects, Denies, Confirms, ClaimsResponsibility }

/// <summary>What a stretch of the report is.</summary>
public enum SectionKind { Title, Dateline, Body, Related, Caption, Boilerplate }

/// <summary>What kind of recognised value.</summary>
public enum ValueKind { Number, Ordinal, Percent, Money, Time, Duration }

/// <summary>The sixteen types of event (PLOVER).</summary>
public enum EventType
{
    Agree, Consult, Support, Cooperate, Aid, Concede, Retreat, Request, Accuse, Reject, Threaten,
    Protest, Sanction, Mobilize, Coerce, Assault,
}

/// <summary>The predicates of states.</summary>
public enum Predicate
{
    Controls, Contests, Besieges, Stationed, Backs, Member, HoldsOffice, Party, Under, Links, Within,
}

/// <summary>Words for vocabulary members as the reading writes them: <c>MoreThan</c> is <c>more-than</c>.</summary>
public static class Words
{
    private static class Cache<T> where T : struct, Enum
    {
        public static readonly string[] Names = Array.ConvertAll(Enum.GetNames<T>(),
            n => typeof(T) == typeof(EventType) ? n.ToUpperInvariant() : Hyphenate(n));
    }

    /// <summary>The words of a vocabulary, in the order of its members.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Cache<T>.Names;

    /// <summary>The word of a vocabulary member.</summary>
    public static string Of<T>(T value) where T : struct, Enum =>
        Cache<T>.Names[Unsafe.SizeOf<T>() == 1 ? Unsafe.As<T, byte>(ref value) : Unsafe.As<T, int>(ref value)];

    /// <summary>The member that a word names.</summary>
    public static bool TryParse<T>(ReadOnlySpan<char> word, out T value) where T : struct, Enum
    {
        var names = Cache<T>.Names;
        for (var i = 0; i < names.Length; i++)
        {
            if (!word.SequenceEqual(names[i])) continue;
            // The members of a vocabulary are numbered from 0, as bytes or as ints.
            var number = (byte)i;
            value = Unsafe.SizeOf<T>() == 1 ? Unsafe.As<byte, T>(ref number) : Unsafe.As<int, T>(ref i);
            return true;
        }
        value = default;
        return false;
    }

    private static string Hyphenate(string name)
    {
        var built = new System.Text.StringBuilder(name.Length + 2);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && built.Length > 0) built.Append('-');
            built.Append(char.ToLowerInvariant(c));
        }
        return built.ToString();
    }
}
