using System.IO.Compression;
using System.Security.Cryptography;

namespace Isnad.Server.Hosting;

/// <summary>
/// The desk's files. All of them are known when the server starts, so that no address can lead to another file; every address that
/// names none of them and is not the interface's is a state of the page.
/// </summary>
internal sealed class WebFiles
{
    private const string Page = "/index.html";
    private const int LeastToCompress = 512;

    private readonly Dictionary<string, WebFile> _files = new(StringComparer.Ordinal);

    /// <summary>Reads the files of a folder.</summary>
    public WebFiles(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            _files["/" + Path.GetRelativePath(folder, path).Replace('\\', '/')] = new WebFile(path);
    }

    /// <summary>Whether the desk was built.</summary>
    public bool HasPage => _files.ContainsKey(Page);

    /// <summary>Whether an address is the desk's and not the interface's.</summary>
    public static bool IsPage(PathString path) => !path.StartsWithSegments("/api") && !path.StartsWithSegments("/openapi") && !path.StartsWithSegments("/health");

    /// <summary>Answers with a file, or with the page.</summary>
    public async Task Serve(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        var path = request.Path.Value ?? "/";
        if (!_files.TryGetValue(path, out var file))
        {
            // What has an ending is a file, and a page in its place would be taken for a broken one.
            if (Path.HasExtension(path) && path.StartsWith("/assets/", StringComparison.Ordinal) || !_files.TryGetValue(Page, out file))
            {
                response.StatusCode = StatusCodes.Status404NotFound;
                if (!HasPage) await Problems.Write(context, new Api.Refusal(404, "The desk is not built", $"{path}: this program was built without the desk (web/ needs Node to build: install it and build again); the interface for programs is at /api, described at /openapi/v1.json")).ConfigureAwait(false);
                return;
            }
            path = Page;
        }
        response.ContentType = file.Type;
        response.Headers.ETag = file.Tag;
        // Names under assets hold a hash of what is in the file.
        response.Headers.CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (request.Headers.IfNoneMatch.Any(v => v is not null && v.Split(',').Any(t => t.Trim() == file.Tag)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var body = file.Bytes;
        if (file.IsText && body.Length >= LeastToCompress && request.Headers.AcceptEncoding.Any(v => v is not null && v.Split(',').Any(t => t.Trim().Split(';')[0] == "br")))
        {
            body = file.Packed.Value;
            response.Headers.ContentEncoding = "br";
        }
        response.ContentLength = body.Length;
        if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private sealed class WebFile
    {
        public WebFile(string path)
        {
            Bytes = File.ReadAllBytes(path);
            Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 12))}\"";
            Type = TypeOf(Path.GetExtension(path));
            IsText = !Type.StartsWith("font/", StringComparison.Ordinal) && !Type.StartsWith("image/p", StringComparison.Ordinal);
            Packed = new Lazy<byte[]>(Pack);
        }

        public byte[] Bytes { get; }

        public string Tag { get; }

        public string Type { get; }

        public bool IsText { get; }

        public Lazy<byte[]> Packed { get; }

        private byte[] Pack()
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) brotli.Write(Bytes);
            return packed.ToArray();
        }

        private static string TypeOf(string extension) => extension.ToLowerInvariant() switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" or ".mjs" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".json" or ".map" => "application/json; charset=utf-8",
            ".geojson" => "application/geo+json; charset=utf-8",
            ".webmanifest" => "application/manifest+json; charset=utf-8",
            ".svg" => "image/svg+xml; charset=utf-8",
            ".png" => "image/png",
            ".ico" => "image/x-icon",
            ".woff2" => "font/woff2",
            ".ftl" or ".txt" or ".md" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        };
    }
}
