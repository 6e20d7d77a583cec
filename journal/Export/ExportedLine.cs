using CityGrains.Journal.Keys;
using CityGrains.Journal.Seals.Signing;

namespace CityGrains.Journal.Export;

/// <summary>A line of an export, read.</summary>
/// <param name="Line">Its number, from 1.</param>
public abstract record ExportedLine(long Line);

/// <summary>The first line.</summary>
/// <param name="Line">1.</param>
/// <param name="Header">What it says.</param>
public sealed record ExportedHeader(long Line, ExportHeader Header) : ExportedLine(Line);

/// <summary>How a seal key entered.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Statement">The statement; it is for the reader's user to check its signatures.</param>
public sealed record ExportedSealKey(long Line, KeyStatement Statement) : ExportedLine(Line);

/// <summary>A caller's key.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Key">The key.</param>
public sealed record ExportedCallerKey(long Line, StoredKey Key) : ExportedLine(Line);

/// <summary>A webhook.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Webhook">The webhook.</param>
public sealed record ExportedWebhook(long Line, KeptWebhook Webhook) : ExportedLine(Line);

/// <summary>An event.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Event">The event, its position counted from 1; it is for the reader's user to check its hash.</param>
public sealed record ExportedEvent(long Line, RecordedEvent Event) : ExportedLine(Line);

/// <summary>A checkpoint of the events before it.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Checkpoint">The checkpoint; it is for the reader's user to check it.</param>
public sealed record ExportedCheckpoint(long Line, Checkpoint Checkpoint) : ExportedLine(Line);

/// <summary>The last line; the number of events is the right one.</summary>
/// <param name="Line">Its line.</param>
/// <param name="End">What it says.</param>
/// <param name="IsAsWritten">The bytes before it have the SHA-256 it says.</param>
public sealed record ExportedEnd(long Line, ExportEnd End, bool IsAsWritten) : ExportedLine(Line);
