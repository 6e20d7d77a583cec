using System.Net.Sockets;
using CityGrains.Domain.Record;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>What an error of the server, or of the way to it, means; codes of <c>https://www.postgresql.org/docs/current/errcodes-appendix.html</c>.</summary>
internal static class Trouble
{
    /// <summary>The code of <c>citygrains.expect</c>.</summary>
    private const string RowOutOfStep = "CG001";

    /// <summary>Something else than a mistake of this program went wrong.</summary>
    public static bool Concerns(Exception trouble) => trouble is NpgsqlException or SocketException or TimeoutException or ObjectDisposedException;

    /// <summary>Another writer may have been there first: what is stored tells which appends it concerns.</summary>
    public static bool MayBeConflict(Exception trouble) => trouble is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.NotNullViolation or RowOutOfStep
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
    };

    /// <summary>A row, not the record, stands against an append that nothing in the record stands against.</summary>
    public static bool IsRow(Exception trouble) =>
        trouble is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.NotNullViolation or RowOutOfStep };

    /// <summary>The connection is gone, and with it the answer to what was sent on it.</summary>
    public static bool IsLoss(Exception trouble) => trouble switch
    {
        PostgresException error => Ended(error),
        NpgsqlException error => error.InnerException is not TimeoutException,
        _ => false,
    };

    /// <summary>What is stored cannot be read any more.</summary>
    public static bool IsDamage(PostgresException trouble) => !Ended(trouble) && trouble.SqlState[..2] is "58" or "XX";

    /// <summary>The whole store is concerned, not only the statement at hand.</summary>
    public static bool ConcernsStore(Exception trouble) => trouble switch
    {
        PostgresException error => Ended(error) || error.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction
            || error.SqlState[..2] is "08" or "25" or "28" or "3D" or "3F" or "42" or "53" or "55" or "57" or "58" or "F0" or "XX",
        _ => Concerns(trouble),
    };

    /// <summary>The end of a sentence that begins with the name of the store.</summary>
    public static Sentence Of(Exception trouble) => trouble switch
    {
        PostgresException error => Of(error),
        { InnerException: TimeoutException } or TimeoutException => new Sentence("không trả lời kịp", "did not answer in time"),
        ObjectDisposedException => new Sentence("đã đóng", "is closed"),
        _ => new Sentence("hiện không kết nối được", "cannot be reached"),
    };

    private static bool Ended(PostgresException error) => error.Severity is "FATAL" or "PANIC" || error.SqlState.StartsWith("08", StringComparison.Ordinal);

    private static Sentence Of(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.DiskFull => new Sentence("đã hết chỗ chứa", "is full"),
        PostgresErrorCodes.TooManyConnections => new Sentence("đã hết kết nối", "has no connection left"),
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege =>
            new Sentence($"không ghi được: {error.MessageText}", $"cannot be written: {error.MessageText}"),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            new Sentence("không chấp nhận tên người dùng hoặc mật khẩu", "refuses the user name or the password"),
        PostgresErrorCodes.InvalidCatalogName => new Sentence("không tồn tại", "does not exist"),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            new Sentence("đang dừng hoặc đang khởi động", "is stopping or starting"),
        PostgresErrorCodes.QueryCanceled => new Sentence("không trả lời kịp", "did not answer in time"),
        _ => new Sentence($"gặp lỗi: {error.MessageText}", $"failed: {error.MessageText}"),
    };
}
