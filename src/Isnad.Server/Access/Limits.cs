using System.Globalization;
using System.Threading.RateLimiting;

namespace Isnad.Server.Access;

/// <summary>How often somebody may write, and try to log in.</summary>
internal static class Limits
{
    /// <summary>Policy of logins.</summary>
    public const string Login = "login";

    private const int Writes = 600;
    private const int Logins = 10;

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var writes = configuration.GetValue("Isnad:Limits:Writes", Writes);
        var logins = configuration.GetValue("Isnad:Limits:Logins", Logins);
        if (writes < 1 || logins < 1) throw new StartRefusal("Isnad:Limits:Writes and Isnad:Limits:Logins are numbers a minute, 1 or more");
        services.AddSingleton(new LoginGuard(logins));
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)wait.TotalSeconds) : 60).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetFixedWindowLimiter(context.User.Identity?.Name ?? $"at {context.Connection.RemoteIpAddress}", _ => Minute(writes)));
            options.AddPolicy(Login, context => RateLimitPartition.GetFixedWindowLimiter($"{context.Connection.RemoteIpAddress}", _ => Minute(logins)));
        });
    }

    /// <summary>So many a minute.</summary>
    public static FixedWindowRateLimiterOptions Minute(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };
}

/// <summary>How often one account may be tried, wherever the tries come from.</summary>
internal sealed class LoginGuard(int permits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.Create<string, string>(name => RateLimitPartition.GetFixedWindowLimiter(name.ToUpperInvariant(), _ => Limits.Minute(permits)));

    /// <summary>Whether a name may be tried now.</summary>
    public bool May(string name)
    {
        using var lease = _tries.AttemptAcquire(name);
        return lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
