using CityGrains.Bench;

return args switch
{
    ["bare", var port, var document] => await BareApi.Serve(port, document),
    ["replay", var folder] => await Replay.Print(folder),
    ["seed", .. var rest] => await SeedCommand.Run(rest),
    ["growth", var small, var large] => await Run.Growth(small, large),
    ["capacity"] => Results.WriteCapacity(),
    _ => await Run.Rows(args),
};
