using Isnad.Readings;

namespace Isnad.Knowledge;

/// <summary>What kind of thing a known name names.</summary>
internal enum NameKind : byte { Country, Capital, Demonym, Actor, Person, Outlet, Place, Agreement, Title, Office, Label, Unlisted }

/// <summary>A name's meaning: an entry of the table of its kind.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)]
internal readonly record struct NameEntry(NameKind Kind, int Index);

/// <summary>A state.</summary>
internal sealed record KnownCountry(string Iso3, string Iso2, string Plover, double Lat, double Lon, string NameEn, string Name, string CapitalEn, string Capital);

/// <summary>An organisation or armed group.</summary>
internal sealed record KnownActor(string Id, EntityKind Kind, string Role, string Country, string Plover, string Acled, string Interaction, string Parent, string NameEn, string Name);

/// <summary>A person who has held an office.</summary>
internal sealed record KnownPerson(string Id, string Country, string Org, string OfficeEn, string Office, string From, string To, string NameEn, string Name);

/// <summary>A newspaper, agency, channel or site.</summary>
internal sealed record KnownOutlet(string Id, string Kind, string Country, string Domain, string NameEn, string Name);

/// <summary>A place of the gazetteer.</summary>
internal sealed record KnownPlace(string Id, string Class, string Country, string Admin1, double? Lat, double? Lon, string[] Links, string NameEn, string Name);

/// <summary>An agreement.</summary>
internal sealed record KnownAgreement(string Id, string[] Parties, string NameEn, string Name);

/// <summary>A word of address or rank.</summary>
internal sealed record KnownTitle(string Kind, string Name);

/// <summary>A public office.</summary>
internal sealed record KnownOffice(string Sector, string Name);

/// <summary>A first-level division of a country, as the gazetteer's codes have it.</summary>
/// <param name="Code">The country's alpha-2 code and the division's own: <c>SY.12</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-3 code.</param>
/// <param name="NameEn">English name, as the places of the packs have it.</param>
internal sealed record KnownDivision(string Code, string Country, string NameEn);

/// <summary>What the gazetteer has wrong about a place.</summary>
/// <param name="Ref">The place.</param>
/// <param name="Action"><c>drop</c> (these are not its names), <c>add</c>, <c>first</c> (its usual name), <c>omit</c> (the whole place).</param>
/// <param name="Names">The names.</param>
internal sealed record PlaceOverride(string Ref, string Action, string[] Names);
