using System.CommandLine;
using CityGrains.Cli.Record;

namespace CityGrains.Cli.Doctor;

/// <summary>
/// <c>doctor</c>: looks at this machine and, where one is named, at a running node, and says of each thing what to do. 0: no fault; 1: faults; 2: the node
/// could not be asked.
/// </summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var (place, server) = (new Place(), new Served());
        var backup = new Option<string?>("--backup") { Description = "The backup, or the folder of backups, whose age is to be looked at / Bản sao lưu, hoặc thư mục sao lưu" };
        var command = new Command("doctor", "Check this machine and a running node, and say what to do / Kiểm tra máy này và một máy chủ đang chạy") { backup };
        place.AddTo(command);
        server.AddTo(command);
        command.SetAction((parsed, cancel) => Attempt.Run(async () =>
        {
            var here = place.Of(parsed);
            using var node = server.Find(parsed, here);
            var found = new List<Diagnosis>(await Machine.Look(here, node is not null, cancel));
            if (node is not null) found.Add(Backups.Look(parsed.GetValue(backup)));
            else if (parsed.GetValue(backup) is { } kept) found.Add(Backups.Look(kept));
            await Tell(found);
            if (node is null) return Code(found);
            var running = await RunningNode.Look(node, cancel);
            await Tell(running);
            return Code([.. found, .. running]);
        }));
        return command;
    }

    private static async Task Tell(IEnumerable<Diagnosis> found)
    {
        var vietnamese = Language.IsVietnamese(Environment.GetEnvironmentVariable);
        foreach (var one in found) await Console.Out.WriteLineAsync(one.Line(vietnamese));
    }

    private static int Code(IEnumerable<Diagnosis> found) => found.Any(one => one.Gravity is Gravity.Fault) ? Attempt.Wrong : Attempt.Done;
}
