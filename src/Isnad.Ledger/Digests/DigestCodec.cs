using System.Text;

namespace Isnad.Ledger.Digests;

/// <summary>Digests as bytes: numbers short, each string once. The same digest gives the same bytes.</summary>
internal static class DigestCodec
{
    private const byte Version = 1;

    public static byte[] Write(Digest digest)
    {
        var body = new MemoryStream();
        var to = new Output(new BinaryWriter(body, Encoding.UTF8));
        to.Text(digest.Report);
        to.Text(digest.Outlet);
        to.Number(digest.Published);
        to.Raw.Write(digest.Moment);
        to.Many(digest.Parties, p => Party(to, p));
        to.Many(digest.Voices, v => Voice(to, v));
        to.Many(digest.Claims, c => Claim(to, c));
        to.Bytes(digest.Text);
        to.Many(digest.Sentences, to.Bytes);
        var all = new MemoryStream();
        using var writer = new BinaryWriter(all, Encoding.UTF8);
        writer.Write(Version);
        writer.Write7BitEncodedInt(to.Strings.Count);
        foreach (var text in to.Strings) writer.Write(text);
        writer.Write(body.GetBuffer(), 0, (int)body.Length);
        return all.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no digest of this version.</exception>
    public static Digest Read(byte[] bytes)
    {
        var raw = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        if (raw.ReadByte() != Version) throw new InvalidDataException("a digest of another version of the program; run 'isnad rebuild'");
        var strings = new string[raw.Read7BitEncodedInt()];
        for (var i = 0; i < strings.Length; i++) strings[i] = raw.ReadString();
        var from = new Input(raw, strings);
        return new Digest
        {
            Report = from.Text()!,
            Outlet = from.Text(),
            Published = from.Number(),
            Moment = raw.ReadInt64(),
            Parties = from.Many(Party),
            Voices = from.Many(Voice),
            Claims = from.Many(Claim),
            Text = from.Bytes(),
            Sentences = from.Many(static f => f.Bytes()),
        };
    }

    private static void Party(Output to, Party p)
    {
        to.Text(p.Key);
        to.Text(p.Kind);
        to.Text(p.Name);
        to.Text(p.Local);
        to.Text(p.Side);
        to.Text(p.Country);
        to.Text(p.Admin1);
        to.Real(p.Lat);
        to.Real(p.Lon);
        to.Text(p.Precision);
        to.Number(p.Within);
        to.Text(p.Class);
        to.Number(p.Of);
        to.Text(p.Plover);
        to.Text(p.Acled);
        to.Text(p.Interaction);
    }

    private static Party Party(Input from) => new()
    {
        Key = from.Text()!,
        Kind = from.Text()!,
        Name = from.Text()!,
        Local = from.Text(),
        Side = from.Text(),
        Country = from.Text(),
        Admin1 = from.Text(),
        Lat = from.Real(),
        Lon = from.Real(),
        Precision = from.Text(),
        Within = from.Number(),
        Class = from.Text(),
        Of = from.Number(),
        Plover = from.Text(),
        Acled = from.Text(),
        Interaction = from.Text(),
    };

    private static void Voice(Output to, Voice v)
    {
        to.Text(v.Kind);
        to.Text(v.Name);
        to.Number(v.Party);
        to.Number(v.Via);
        to.Text(v.Witness);
        to.Text(v.Side);
    }

    private static Voice Voice(Input from) => new() { Kind = from.Text()!, Name = from.Text()!, Party = from.Number(), Via = from.Number(), Witness = from.Text()!, Side = from.Text() };

    private static void Claim(Output to, Told c)
    {
        foreach (var text in (ReadOnlySpan<string?>)[c.Key, c.Id, c.Kind, c.What, c.Mode, c.Status, c.Assertion, c.Stance, c.AcledType, c.AcledSubType, c.Precision, c.Relation, c.Happening, c.Bound, c.Scope, c.Flow, c.Per, c.Words]) to.Text(text);
        to.Raw.Write((byte)((c.Negated ? 1 : 0) | (c.InTitle ? 2 : 0)));
        foreach (var list in (ReadOnlySpan<int[]>)[c.Voices, c.Agents, c.Targets, c.Instruments, c.From, c.Toward, c.Places, c.Objects]) to.Numbers(list);
        to.Many(c.Contexts, to.Text);
        foreach (var number in (ReadOnlySpan<int?>)[c.First, c.Last, c.Hour, c.PartOf, c.Unit, c.Subject, c.Holder, c.Former, c.Start, c.End, c.Sentence]) to.Number(number);
        to.Real(c.Low);
        to.Real(c.High);
    }

    private static Told Claim(Input from)
    {
        var t = new string?[18];
        for (var i = 0; i < t.Length; i++) t[i] = from.Text();
        var flags = from.Raw.ReadByte();
        var l = new int[8][];
        for (var i = 0; i < l.Length; i++) l[i] = from.Numbers();
        var contexts = from.Many(static f => f.Text()!);
        var n = new int?[11];
        for (var i = 0; i < n.Length; i++) n[i] = from.Number();
        return new Told
        {
            Key = t[0]!,
            Id = t[1]!,
            Kind = t[2]!,
            What = t[3],
            Mode = t[4],
            Status = t[5],
            Assertion = t[6],
            Stance = t[7],
            AcledType = t[8],
            AcledSubType = t[9],
            Precision = t[10],
            Relation = t[11],
            Happening = t[12],
            Bound = t[13],
            Scope = t[14],
            Flow = t[15],
            Per = t[16],
            Words = t[17]!,
            Negated = (flags & 1) != 0,
            InTitle = (flags & 2) != 0,
            Voices = l[0],
            Agents = l[1],
            Targets = l[2],
            Instruments = l[3],
            From = l[4],
            Toward = l[5],
            Places = l[6],
            Objects = l[7],
            Contexts = contexts,
            First = n[0],
            Last = n[1],
            Hour = n[2],
            PartOf = n[3],
            Unit = n[4],
            Subject = n[5],
            Holder = n[6],
            Former = n[7],
            Start = n[8] ?? 0,
            End = n[9] ?? 0,
            Sentence = n[10],
            Low = from.Real(),
            High = from.Real(),
        };
    }

    private sealed class Output(BinaryWriter raw)
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public BinaryWriter Raw => raw;

        public List<string> Strings { get; } = [];

        public void Text(string? text)
        {
            if (text is null) { raw.Write7BitEncodedInt(0); return; }
            if (!_numbers.TryGetValue(text, out var number))
            {
                Strings.Add(text);
                _numbers[text] = number = Strings.Count;
            }
            raw.Write7BitEncodedInt(number);
        }

        // Numbers here are indices, days and offsets: none is below 0.
        public void Number(int? number) => raw.Write7BitEncodedInt(number is { } n ? n + 1 : 0);

        public void Numbers(int[] numbers)
        {
            raw.Write7BitEncodedInt(numbers.Length);
            foreach (var number in numbers) raw.Write7BitEncodedInt(number);
        }

        public void Real(double? number)
        {
            raw.Write(number is not null);
            if (number is { } n) raw.Write(n);
        }

        public void Bytes(byte[] bytes)
        {
            raw.Write7BitEncodedInt(bytes.Length);
            raw.Write(bytes);
        }

        public void Many<T>(T[] items, Action<T> write)
        {
            raw.Write7BitEncodedInt(items.Length);
            foreach (var item in items) write(item);
        }
    }

    private sealed class Input(BinaryReader raw, string[] strings)
    {
        public BinaryReader Raw => raw;

        public string? Text() => raw.Read7BitEncodedInt() is > 0 and var number ? strings[number - 1] : null;

        public int? Number() => raw.Read7BitEncodedInt() is > 0 and var number ? number - 1 : null;

        public int[] Numbers() => Filled(static f => f.Raw.Read7BitEncodedInt());

        public double? Real() => raw.ReadBoolean() ? raw.ReadDouble() : null;

        public byte[] Bytes() => raw.ReadBytes(raw.Read7BitEncodedInt());

        public T[] Many<T>(Func<Input, T> read) => Filled(read);

        private T[] Filled<T>(Func<Input, T> read)
        {
            var length = raw.Read7BitEncodedInt();
            if (length == 0) return [];
            var items = new T[length];
            for (var i = 0; i < length; i++) items[i] = read(this);
            return items;
        }
    }
}
