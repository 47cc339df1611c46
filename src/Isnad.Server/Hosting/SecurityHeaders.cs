namespace Isnad.Server.Hosting;

/// <summary>Tells browsers how little of this origin's pages they may trust: nothing from elsewhere, no script or style in a page, no frames.</summary>
internal static class SecurityHeaders
{
    /// <summary>What the desk's page may load: itself. Images may also be made by it (marks on the map).</summary>
    public const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Data is never a page.</summary>
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.ContentSecurityPolicy = WebFiles.IsPage(context.Request.Path) ? PagePolicy : DataPolicy;
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return next();
    });
}
