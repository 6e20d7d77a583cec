using CityGrains.Api.Tests.Hosting;
using CityGrains.Grains.Working;
using CityGrains.Journal.Webhooks;
using CityGrains.Silo.Webhooks;

namespace CityGrains.Api.Tests.Webhooks;

public class Signing
{
    /// <summary>The example that the libraries of Standard Webhooks are tested with.</summary>
    [Fact]
    public void The_published_example_is_signed_as_published() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSecret.Sign(WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8.ToArray()));

    [Theory]
    [InlineData(1, 0, 5)]
    [InlineData(1, 1, 10)]
    [InlineData(2, 0.5, 15)]
    [InlineData(3, 1, 40)]
    [InlineData(4, 1, 60)]
    [InlineData(99, 0, 30)]
    public void Each_pause_is_twice_the_one_before_up_to_the_longest_and_shortened_by_chance(int attempt, double chance, double seconds)
    {
        var retry = new RetryPolicy { First = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromSeconds(60) };
        Assert.Equal(TimeSpan.FromSeconds(seconds), retry.Pause(attempt, chance));
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(7200, 60)]
    [InlineData(-5, 10)]
    public void What_the_receiver_asks_for_is_given_up_to_the_longest(double asked, double seconds)
    {
        var retry = new RetryPolicy { First = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromSeconds(60) };
        Assert.Equal(TimeSpan.FromSeconds(seconds), retry.Pause(1, 1, TimeSpan.FromSeconds(asked)));
    }

    [Theory]
    [InlineData("CityGrains:Webhooks:Allow", "10.0.0.0/8 everything")]
    [InlineData("CityGrains:Webhooks:Allow", "10.0.0.0/33")]
    [InlineData("CityGrains:Webhooks:Attempts", "0")]
    [InlineData("CityGrains:Webhooks:Attempts", "many")]
    public void An_option_that_is_wrong_is_named(string name, string value)
    {
        var settings = Given.Settings((name, value));
        WebhookOptions.From(settings);
        Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal), Assert.Single(settings.Faults).En, StringComparison.Ordinal);
    }
}
