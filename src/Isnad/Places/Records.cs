using System.Runtime.InteropServices;

namespace Isnad.Places;

/// <summary>A place as it stands in the file. Texts are offsets into the file's texts.</summary>
/// <param name="Id">GeoNames number; below zero the complement of the offset of a reference in full.</param>
/// <param name="Name">Name in Latin letters.</param>
/// <param name="Local">Name in the pack's language.</param>
/// <param name="Lat">Latitude in units of <see cref="Degree"/>.</param>
/// <param name="Lon">Longitude, likewise.</param>
/// <param name="Population">Inhabitants, 0 if unknown.</param>
/// <param name="District">Record of the seat of its second-level division, or -1.</param>
/// <param name="Division">Its first-level division.</param>
/// <param name="Class">Code of its class.</param>
/// <param name="Seat">As in <see cref="Place.Seat"/>.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct PlaceRecord(int Id, int Name, int Local, int Lat, int Lon, int Population, int District, ushort Division, byte Class, byte Seat)
{
    /// <summary>Units in a degree: about a metre each.</summary>
    public const double Degree = 100_000;
}

/// <summary>A first-level division as it stands in the file.</summary>
/// <param name="Key">Country and code.</param>
/// <param name="Country">ISO 3166-1 alpha-3 code.</param>
/// <param name="Name">English name.</param>
/// <param name="Local">Name of its seat in the pack's language.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct DivisionRecord(int Key, int Country, int Name, int Local);
