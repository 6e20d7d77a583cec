using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace CityGrains.Bench;

/// <summary>A node in this process, with no HTTP around it.</summary>
internal sealed class GrainNode : IAsyncDisposable
{
    private readonly Node _node;
    private readonly IHost _host;
    private readonly IGrainFactory _grains;

    private GrainNode(Node node, IHost host) => (_node, _host, _grains) = (node, host, host.Services.GetRequiredService<IGrainFactory>());

    public static async Task<GrainNode> Start(SiloOptions options)
    {
        var node = await Node.Open(options);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        node.AddTo(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new GrainNode(node, host);
    }

    /// <summary>Registers the n-th agreement.</summary>
    public Task Register(int n) => Send(n, new RegisterLegacyAgreement(
        AgreementKind.SisterCity, new AgreementTitle("Quan hệ kết nghĩa"),
        [new Party("Đà Nẵng", PartyType.City, new Country("VN", "Việt Nam"), "vn-da-nang"),
            new Party("Kawasaki", PartyType.City, new Country("JP", "Nhật Bản"))],
        "Sở Ngoại vụ Đà Nẵng", LegalState.InEffect, DateOfRecord.Year(1994)));

    /// <summary>Reports progress of the n-th agreement.</summary>
    public Task Report(int n) => Send(n, new ReportProgress(40, "Đoàn thứ nhất đã sang dạy, đoàn thứ hai đang chuẩn bị"));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _node.DisposeAsync();
    }

    private async Task Send(int n, AgreementCommand command)
    {
        var context = new CommandContext(
            Guid.CreateVersion7(), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "bench", "Sở Ngoại vụ Đà Nẵng", DateTimeOffset.UtcNow)
        {
            Source = new SourceDocument("Danh sách quan hệ kết nghĩa"),
        };
        var outcome = await _grains.GetGrain<IAgreementGrain>(Agreements.Id(n)).Execute(command, context);
        if (outcome.Status is not CommandStatus.Accepted) throw new InvalidOperationException($"{command} was {outcome.Status}: {outcome.Refusal?.Message.En}");
    }
}
