using Isnad.Server.Api;
using Microsoft.AspNetCore.Antiforgery;

namespace Isnad.Server.Access;

/// <summary>
/// What a browser sends along by itself (a cookie, or only that it runs on this machine) proves nothing: whoever writes must also show the
/// token that only a page of this origin can have read. A key is never sent by itself, and needs none.
/// </summary>
internal sealed class Forgery(RequestDelegate next, IAntiforgery antiforgery)
{
    /// <summary>The header that holds the token.</summary>
    public const string Header = "X-XSRF-TOKEN";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint() is not null && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method) && context.User.Identity?.AuthenticationType != KeyAccess.Name)
        {
            if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" || !IsOwn(request)) throw new Refusal(403, "The request comes from another site", $"{request.Method} {request.Path}: only pages of this server may write with a session; programs send a key");
            try
            {
                await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
            }
            catch (AntiforgeryValidationException)
            {
                throw new Refusal(400, "The token against forged requests is missing or old", $"{request.Method} {request.Path}: ask GET /api/me and send its 'antiforgery' as the header {Header}, with the cookies that came with it; programs send a key as 'Authorization: Bearer ...' instead");
            }
        }
        await next(context).ConfigureAwait(false);
    }

    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
