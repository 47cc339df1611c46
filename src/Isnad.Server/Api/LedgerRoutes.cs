using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Isnad.Ledger;
using Isnad.Server.Access;
using Isnad.Server.Storage;

namespace Isnad.Server.Api;

/// <summary>Maps addresses to questions to the ledger: checked parameters, one moment's view, entity tags, descriptions.</summary>
internal sealed class LedgerRoutes(IEndpointRouteBuilder app)
{
    /// <summary>The builder below.</summary>
    public IEndpointRouteBuilder App => app;

    /// <summary>An address that is read.</summary>
    /// <param name="path">The address.</param>
    /// <param name="name">A short unique name for programs.</param>
    /// <param name="summary">What it tells.</param>
    /// <param name="parameters">What it takes.</param>
    /// <param name="question">Makes the answer; null: there is no such thing.</param>
    public RouteHandlerBuilder Get(string path, string name, string summary, IReadOnlyList<Parameter> parameters, Func<Store, Ask, Answer?> question)
    {
        var handler = async (HttpContext context) =>
        {
            var ask = new Ask(context, parameters);
            var services = context.RequestServices;
            // The tag is taken before the question: an answer may be newer than its tag, never older.
            var tag = TagOf(services.GetRequiredService<ChangeWatch>().State, ask.Person, context);
            context.Response.Headers.ETag = tag;
            context.Response.Headers.CacheControl = "private, no-cache";
            if (context.Request.Headers.IfNoneMatch.Any(v => v is not null && v.Split(',').Any(t => t.Trim() == tag)))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            var buffer = new ArrayBufferWriter<byte>(1 << 14);
            var answer = await services.GetRequiredService<ReadPool>().Read(store =>
            {
                var made = question(store, ask);
                made?.Write(buffer);
                return made;
            }, context.RequestAborted).ConfigureAwait(false) ?? throw Refusal.Missing($"nothing is at {context.Request.Path}; look at the lists for what there is");
            if (answer.Moved is { } address)
            {
                context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
                context.Response.Headers.Location = address;
                return;
            }
            context.Response.ContentType = answer.Type;
            if (answer.File is { } file) context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
            await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
        };
        return Describe(app.MapGet(path, (Delegate)handler), name, summary, parameters).RequireAuthorization(Scopes.Read).Produces(StatusCodes.Status200OK, null, "application/json");
    }

    /// <summary>An address that is written to.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The address.</param>
    /// <param name="name">A short unique name for programs.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="scope">What one must be allowed to do.</param>
    /// <param name="work">Does it and says what became of it.</param>
    public RouteHandlerBuilder Write(string method, string path, string name, string summary, string scope, Func<HttpContext, Ask, Task<Answer>> work)
    {
        var handler = async (HttpContext context) =>
        {
            var answer = await work(context, new Ask(context, [])).ConfigureAwait(false);
            var buffer = new ArrayBufferWriter<byte>();
            answer.Write(buffer);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = answer.Type;
            if (answer.Moved is { } address) context.Response.Headers.Location = address;
            await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
        };
        return Describe(app.MapMethods(path, [method], (Delegate)handler), name, summary, []).RequireAuthorization(scope).Produces(StatusCodes.Status200OK, null, "application/json");
    }

    /// <summary>Gives a route its description.</summary>
    public static RouteHandlerBuilder Describe(RouteHandlerBuilder route, string name, string summary, IReadOnlyList<Parameter> parameters) =>
        route.WithName(name).WithSummary(summary).WithMetadata(new ParameterList(parameters))
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    private static string TagOf(string state, string person, HttpContext context)
    {
        // What people may see can differ between them, and a browser may pass from one to another.
        var view = string.Join('\n', context.User.Claims.Where(c => c.Type == Scopes.Claim).Select(c => c.Value).Prepend(person));
        return $"W/\"{state}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(view)).AsSpan(0, 4))}\"";
    }
}

/// <summary>The parameters of an endpoint, for its description.</summary>
internal sealed record ParameterList(IReadOnlyList<Parameter> Parameters);
