namespace CityGrains.Domain.Claims;

/// <summary>Which dates must follow each other: nothing is recognised before it is applied for.</summary>
internal static class FactOrder
{
    private static readonly string[][] Orders = [["proposedOn", "approvedOn", "signedOn", "effectiveOn"], ["endorsedOn", "submittedOn", "recognisedOn"]];

    /// <summary>
    /// True when the first fact cannot come after the second. They must be of the same subject: <c>membership/gnlc/submittedOn</c>,
    /// <c>membership/gnlc/recognisedOn</c>.
    /// </summary>
    public static bool IsBefore(string first, string then)
    {
        var ((subject, name), (thenSubject, thenName)) = (Parts(first), Parts(then));
        return subject == thenSubject && Orders.Any(order => Array.IndexOf(order, name) is >= 0 and var place && place < Array.IndexOf(order, thenName));
    }

    private static (string Subject, string Name) Parts(string fact) => (fact[..(fact.LastIndexOf('/') + 1)], fact[(fact.LastIndexOf('/') + 1)..]);
}
