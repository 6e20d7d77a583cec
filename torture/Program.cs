using CityGrains.Torture;

if (TortureOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine("torture --times N [--seed S] [--clients 48] [--store \"postgres connection string\"] [--data DIR]");
    Console.Error.WriteLine("  Kills a server with SIGKILL under load, N times on the same data, and checks that nothing was lost and nothing doubled.");
    return 2;
}

return await new Torment(options, Console.Out).Run();
