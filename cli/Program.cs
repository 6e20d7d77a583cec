using System.CommandLine;
using CityGrains.Cli.Doctor;
using CityGrains.Cli.Export;
using CityGrains.Cli.Import;
using CityGrains.Cli.Keys;
using CityGrains.Cli.Record;
using CityGrains.Cli.Supply;

var root = new RootCommand("CityGrains: the operator's and the officer's command line.")
{
    ImportCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    ExportCommand.Create(),
    VerifyCommand.Create(),
    RebuildCommand.Create(),
    KeyCommand.Create(),
    DoctorCommand.Create(),
    SbomCommand.Create(),
};
var parsed = root.Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? Attempt.NotDone : code; // a mistyped option is no damaged record
