using System.CommandLine;

var root = new RootCommand("CityGrains: the operator's and the officer's command line.");
return await root.Parse(args).InvokeAsync();
