using CityGrains.Domain.Agreements;

namespace CityGrains.Domain.Tests.Agreements;

/// <summary>Stories of one agreement, <c>agr-2026-000001</c>.</summary>
internal static class AgreementStory
{
    public static Story<Agreement, AgreementCommand, AgreementEvent> Given(params AgreementEvent[] happened) => Of("agr-2026-000001").Given(happened);

    public static Story<Agreement, AgreementCommand, AgreementEvent> When(AgreementCommand command) => Given().When(command);

    public static Story<Agreement, AgreementCommand, AgreementEvent> Of(string id) => new(Agreement.Unrecorded(id), AgreementDecider.Decide, Agreement.Evolve);
}
