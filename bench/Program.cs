using CityGrains.Bench;

return args switch
{
    ["import", .. var rest] => await ImportBench.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench import [FILE] [--rounds N]    import of the real file against a raw batched insert of as many events");
    return 2;
}
