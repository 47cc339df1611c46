using System.Globalization;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Ledger.Digests;

/// <summary>
/// The sources of a reading, each with the witness it stands for. A person or an office speaks for its body. Nameless speakers are
/// others with every outlet that heard them. What is forwarded is vouched for by the outlet that it comes from.
/// </summary>
internal sealed class VoiceTable
{
    private readonly Reading _reading;
    private readonly PartyTable _parties;
    private readonly PackNames _names;

    public VoiceTable(Reading reading, PartyTable parties, PackNames names)
    {
        (_reading, _parties, _names) = (reading, parties, names);
        Voices = new Voice[reading.Sources.Count];
        for (var i = 0; i < Voices.Length; i++) Make(i);
    }

    public Voice[] Voices { get; }

    private Voice Make(int i)
    {
        if (Voices[i] is { } made) return made;
        var source = _reading.Sources[i];
        int? via = source.Via is { } id ? int.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) : null;
        var index = _parties.One(source.Entity);
        var party = index is { } p ? _parties[p] : null;
        var outlet = via is null;
        var name = outlet ? _reading.Report.Outlet ?? "" : party?.Name ?? source.Name ?? "";
        // A source that passes on what comes later in the list would be a cycle; the reader makes none.
        var heard = via is { } v && v != i ? Make(v) : null;
        return Voices[i] = new Voice
        {
            Kind = Words.Of(source.Kind),
            Name = name,
            Party = index,
            Via = via,
            Witness = outlet ? Outlet(_reading.Report.ForwardedFrom ?? name) : WitnessOf(source, party, name, heard),
            Side = party?.Side,
        };
    }

    private string WitnessOf(Source source, Party? party, string name, Voice? heard)
    {
        if (party is { Of: { } of } && _parties[of].Kind is "organisation" or "armed-group" && party.Kind is "person" or "organisation") return _parties[of].Key;
        if (source.Kind is SourceKind.Anonymous or SourceKind.Witness || party is { Kind: "people" } || (party is null && source.Kind is SourceKind.Person))
            return $"{Words.Of(source.Kind)}:{Fold(name)}@{heard?.Witness}";
        return party?.Key ?? Outlet(name);
    }

    // An outlet that nothing is known of has the key that an organisation of its name would have: another report may cite it.
    private string Outlet(string name) => name.Length == 0 ? $"report:{_reading.ReportId}" : _names.Outlet(name, _reading.Report.Language) ?? "organisation:" + Fold(name);

    private string Fold(string name) => _names.Fold(name, _reading.Report.Language);
}
