return await CityGrains.Api.Startup.Server.Run(args, Console.Out, Console.Error);
