using System.Buffers;
using Isnad.Packs;
using Isnad.Writing;

namespace Isnad.Tests.Packs;

/// <summary>Packs written to one file and loaded again are the same packs.</summary>
public sealed class CompiledPacksTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"isnad-{Guid.NewGuid():N}.isnad");

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_file);

    [Fact]
    public void ReadTheSameAfterLoading()
    {
        File.WriteAllBytes(_file, Saved(Repository.CompiledPacks));
        var loaded = CompiledPacks.Load(_file);
        Assert.Equal(Repository.CompiledPacks.Hash, loaded.Hash);
        Assert.Equal(Repository.CompiledPacks.Languages, loaded.Languages);
        var (compiled, fromFile) = (new Reader(Repository.CompiledPacks), new Reader(loaded));
        var samples = Repository.Files("samples", ".txt").Concat(Repository.Files("packs", ".txt")).ToList();
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            var report = new Report { Text = File.ReadAllText(sample), Published = "2020-03-05" };
            Assert.Equal(Read(compiled, report), Read(fromFile, report));
        }
    }

    [Fact]
    public void SaveTheSameBytes()
    {
        var bytes = Saved(Repository.CompiledPacks);
        Assert.Equal(bytes, Saved(CompiledPacks.Compile(Repository.Packs, [])));
        File.WriteAllBytes(_file, bytes);
        Assert.Equal(bytes, Saved(CompiledPacks.Load(_file)));
    }

    [Theory]
    [InlineData(0, "no file of compiled packs")]
    [InlineData(8, "format")]
    [InlineData(20, "damaged")]
    [InlineData(30, "check sum")]
    [InlineData(5000, "check sum")]
    public void SayWhatIsWrongWithAFile(int at, string expected)
    {
        var bytes = Saved(Repository.CompiledPacks);
        bytes[at] ^= 0x55;
        Assert.Contains(expected, FaultOf(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(1000)]
    public void SayWhenAFileWasCutShort(int length) =>
        Assert.Matches("no file of compiled packs|damaged", FaultOf(Saved(Repository.CompiledPacks)[..length]));

    private string FaultOf(byte[] bytes)
    {
        File.WriteAllBytes(_file, bytes);
        var fault = Assert.Single(Assert.Throws<PackException>(() => CompiledPacks.Load(_file)).Faults);
        Assert.Equal(_file, fault.File);
        return fault.Message;
    }

    private static byte[] Saved(CompiledPacks packs)
    {
        using var to = new MemoryStream();
        packs.Save(to);
        return to.ToArray();
    }

    private static string Read(Reader reader, Report report)
    {
        var output = new ArrayBufferWriter<byte>();
        ReadingWriter.Write(reader.Read(report, new ReadOptions { Values = true }), output);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
