using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Isnad.Server.Access;

/// <summary>A person who may log in.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">The role.</param>
/// <param name="Hash">Hash of the password, with salt and cost.</param>
/// <param name="Stamp">Another one whenever password or role changes: sessions that began with an older one are over.</param>
/// <param name="Made">When it was made, ISO 8601.</param>
internal sealed record Account(string Name, string Role, string Hash, string Stamp, string Made);

/// <summary>A key with which a program may come in.</summary>
/// <param name="Id">Public part of the key.</param>
/// <param name="Name">What decisions made with it are signed with.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Hash">SHA-256 of the secret part, which is random and long.</param>
/// <param name="Made">When it was made, ISO 8601.</param>
/// <param name="Ends">First day on which it is valid no longer, ISO 8601, or null.</param>
internal sealed record ApiKey(string Id, string Name, IReadOnlyList<string> Scopes, string Hash, string Made, string? Ends);

/// <summary>The accounts of a ledger, in a file of its folder that only its owner may read. It is read again whenever it changes.</summary>
internal sealed class AccountBook(string folder)
{
    /// <summary>Name of the file within the folder.</summary>
    public const string FileName = "accounts.json";

    /// <summary>The least length of a password.</summary>
    public const int ShortestPassword = 12;

    private const int LongestName = 64;
    private const int LongestPassword = 256;
    private const string KeyPrefix = "isnad";

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Whoever guesses names waits as long as whoever guesses passwords.
    private static readonly Lazy<string> Nobody = new(() => Hasher.HashPassword("", Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));

    private readonly Lock _one = new();
    private (DateTime, long) _state;
    private AccountFile _file = new([], []);

    private string Path => System.IO.Path.Combine(folder, FileName);

    /// <summary>Whether there is an account or a key.</summary>
    public bool Any => Read() is { Accounts.Count: > 0 } or { Keys.Count: > 0 };

    /// <summary>All accounts.</summary>
    public IReadOnlyList<Account> Accounts => Read().Accounts;

    /// <summary>All keys.</summary>
    public IReadOnlyList<ApiKey> Keys => Read().Keys;

    /// <summary>The account of a name, or null.</summary>
    public Account? Find(string name) => Accounts.FirstOrDefault(a => Same(a.Name, name));

    /// <summary>The account of a name if the password is its own; null otherwise, after the same time.</summary>
    public Account? Login(string name, string password)
    {
        var account = Find(name);
        var right = Hasher.VerifyHashedPassword("", account?.Hash ?? Nobody.Value, password.Length > LongestPassword ? "" : password) != PasswordVerificationResult.Failed;
        return right ? account : null;
    }

    /// <summary>The key that a text is, or null.</summary>
    public ApiKey? KeyOf(string text, DateOnly today)
    {
        if (text.Split('_') is not [KeyPrefix, { Length: > 0 } id, { Length: > 0 } secret] || Keys.FirstOrDefault(k => k.Id == id) is not { } key) return null;
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        var right = CryptographicOperations.FixedTimeEquals(given, Convert.FromHexString(key.Hash));
        return right && (key.Ends is null || string.CompareOrdinal(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), key.Ends) < 0) ? key : null;
    }

    /// <summary>Adds an account, or gives one another password and role.</summary>
    /// <exception cref="ArgumentException">Name, role or password are not as they must be, or the name is taken.</exception>
    public void Add(string name, string role, string password, DateTimeOffset now, bool replace = false)
    {
        CheckName(name);
        if (!Scopes.Roles.Contains(role)) throw new ArgumentException($"'{role}' is no role; choose {string.Join(", ", Scopes.Roles)}");
        if (password.Length is < ShortestPassword or > LongestPassword) throw new ArgumentException($"the password has {password.Length} characters; it must have {ShortestPassword} to {LongestPassword}");
        Change(file =>
        {
            if (!replace) CheckFree(file, name);
            else if (file.Keys.Any(k => Same(k.Name, name))) throw new ArgumentException($"'{name}' is a key, not a person; remove it first");
            return file with { Accounts = [.. file.Accounts.Where(a => !Same(a.Name, name)), new Account(name, role, Hasher.HashPassword("", password), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), Moment(now))] };
        });
    }

    /// <summary>Adds a key and returns its text, which is kept nowhere.</summary>
    /// <exception cref="ArgumentException">Name or scopes are not as they must be, or the name is taken.</exception>
    public string AddKey(string name, IReadOnlyList<string> scopes, DateTimeOffset now, DateOnly? ends = null)
    {
        CheckName(name);
        if (scopes.Count == 0) throw new ArgumentException($"a key must be for something; choose of {string.Join(", ", Scopes.All)}");
        if (scopes.FirstOrDefault(s => !Scopes.All.Contains(s)) is { } unknown) throw new ArgumentException($"'{unknown}' is nothing that a key can be for; choose of {string.Join(", ", Scopes.All)}");
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        // Underscores part the key; the alphabet of the secret must not hold any.
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)).Replace('_', '.');
        Change(file =>
        {
            CheckFree(file, name);
            return file with { Keys = [.. file.Keys, new ApiKey(id, name, [.. scopes.Distinct()], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))), Moment(now), ends?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))] };
        });
        return $"{KeyPrefix}_{id}_{secret}";
    }

    /// <summary>Removes an account or a key; false if there is none of that name.</summary>
    public bool Remove(string name)
    {
        var found = false;
        Change(file =>
        {
            found = file.Accounts.Any(a => Same(a.Name, name)) || file.Keys.Any(k => Same(k.Name, name));
            return new AccountFile([.. file.Accounts.Where(a => !Same(a.Name, name))], [.. file.Keys.Where(k => !Same(k.Name, name))]);
        });
        return found;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Moment(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestName || !name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@'))
            throw new ArgumentException($"'{name}' cannot be a name; use up to {LongestName} letters, digits and . - _ @");
    }

    private static void CheckFree(AccountFile file, string name)
    {
        if (file.Accounts.Any(a => Same(a.Name, name)) || file.Keys.Any(k => Same(k.Name, name))) throw new ArgumentException($"'{name}' is there already; choose another name, or remove it first");
    }

    private AccountFile Read()
    {
        lock (_one)
        {
            var info = new FileInfo(Path);
            var state = info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
            if (state == _state) return _file;
            _file = info.Exists ? Load() : new AccountFile([], []);
            _state = state;
            return _file;
        }
    }

    private AccountFile Load()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path), AccountJson.Default.AccountFile) ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{Path}' cannot be read: {e.Message}; mend it, or take it away and add the accounts anew");
        }
    }

    private void Change(Func<AccountFile, AccountFile> change)
    {
        Directory.CreateDirectory(folder);
        using var held = new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var changed = change(Read());
        var part = Path + ".part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, options)) JsonSerializer.Serialize(stream, changed, AccountJson.Default.AccountFile);
        File.Move(part, Path, overwrite: true);
        lock (_one) _state = default;
    }
}

/// <summary>What the file holds.</summary>
internal sealed record AccountFile(IReadOnlyList<Account> Accounts, IReadOnlyList<ApiKey> Keys);

/// <summary>Accounts as JSON.</summary>
[JsonSerializable(typeof(AccountFile))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
internal sealed partial class AccountJson : JsonSerializerContext;
