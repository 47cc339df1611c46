using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Isnad.Tests.Architecture;

/// <summary>Dependencies run one way, and the reader has none: no package, no clock, culture, environment or network.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Isnad"] = [],
        ["Isnad.Intake"] = ["Isnad"],
        ["Isnad.Ledger"] = ["Isnad"],
        ["Isnad.Server"] = ["Isnad", "Isnad.Intake", "Isnad.Ledger"],
        ["Isnad.Tool"] = ["Isnad", "Isnad.Intake", "Isnad.Ledger", "Isnad.Server"],
    };

    private static readonly string[] ForbiddenTypes =
    [
        "System.Random", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.TimeProvider", "System.TimeZoneInfo",
        "System.Threading.Timer", "System.Console",
    ];

    /// <summary>The handle of a mapped file: it is the platform's, whatever its namespace says.</summary>
    private const string MappedView = "Microsoft.Win32.SafeHandles.SafeMemoryMappedViewHandle";

    private static readonly string[] ForbiddenNamespaces = ["System.Net", "Microsoft"];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture", "System.Guid.NewGuid",
        "System.String.ToLower", "System.String.ToUpper", "System.Char.ToLower", "System.Char.ToUpper",
    ];

    [Fact]
    public void ProjectsDependOneWay()
    {
        var faults = new List<string>();
        foreach (var file in Repository.Files("src", ".csproj"))
        {
            var project = Path.GetFileNameWithoutExtension(file);
            if (!Allowed.TryGetValue(project, out var allowed)) { faults.Add($"{project}: a project that the architecture does not know"); continue; }
            foreach (var reference in XDocument.Load(file).Descendants("ProjectReference"))
            {
                var to = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value);
                if (!allowed.Contains(to)) faults.Add($"{project} must not know {to}");
            }
        }
        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    [Fact]
    public void TheReaderHasNoPackage()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", "Isnad", "Isnad.csproj"));
        // A package whose assets are all private is a tool of the build and reaches nobody.
        Assert.Empty(project.Descendants("PackageReference").Where(p => p.Attribute("PrivateAssets")?.Value != "all").Select(p => p.Attribute("Include")!.Value));
        Assert.Empty(project.Descendants("FrameworkReference"));
        Assert.All(typeof(Reader).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void TheReaderReadsOnlyTextAndPacks()
    {
        using var stream = File.OpenRead(typeof(Reader).Assembly.Location);
        using var image = new PEReader(stream);
        var data = image.GetMetadataReader();
        var faults = new List<string>();
        foreach (var handle in data.TypeReferences)
        {
            var name = NameOf(data, handle);
            if (ForbiddenTypes.Contains(name) || (ForbiddenNamespaces.Any(n => name.StartsWith(n + ".", StringComparison.Ordinal)) && name != MappedView)) faults.Add(name);
        }
        foreach (var handle in data.MemberReferences)
        {
            var member = data.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference) continue;
            var name = $"{NameOf(data, (TypeReferenceHandle)member.Parent)}.{data.GetString(member.Name)}";
            // Iterators made by the compiler ask for the thread's number, and nothing else of the environment.
            if (ForbiddenMembers.Contains(name) || (name.StartsWith("System.Environment.", StringComparison.Ordinal) && name != "System.Environment.get_CurrentManagedThreadId" && name != "System.Environment.get_NewLine")) faults.Add(name);
        }
        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    [Fact]
    public void OnlyPacksTouchFiles()
    {
        string[] io = ["File.", "Directory.", "FileStream", "StreamWriter"];
        var faults = Repository.Files("src/Isnad", ".cs")
            .Where(f => !Repository.Name(f).StartsWith("src/Isnad/Packs/", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(l => io.Any(w => System.Text.RegularExpressions.Regex.IsMatch(l, @"(?<![\w.])" + System.Text.RegularExpressions.Regex.Escape(w))) && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(l => $"{Repository.Name(f)}: {l.Trim()}"));
        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    private static string NameOf(MetadataReader data, TypeReferenceHandle handle)
    {
        var type = data.GetTypeReference(handle);
        var space = data.GetString(type.Namespace);
        return space.Length == 0 ? data.GetString(type.Name) : $"{space}.{data.GetString(type.Name)}";
    }
}
