namespace Isnad.Writing;

/// <summary>The JSON Schema of readings.</summary>
public static class ReadingSchema
{
    /// <summary>The schema, as JSON.</summary>
    public static string Json { get; } = Load();

    private static string Load()
    {
        using var stream = typeof(ReadingSchema).Assembly.GetManifestResourceStream("Isnad.Writing.reading.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
