using CityGrains.Domain.Agreements;
using CityGrains.Domain.Requests;
using CityGrains.Domain.Tests.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Requests;

public sealed class RequestTests
{
    [Fact]
    public void A_request_is_kept_with_who_asks_whom_by_when() => Asked(Ask.RequestFeedback("2026-02-10", due: "2026-02-20")).And(agreement =>
    {
        var request = Assert.Single(agreement.Requests.All);
        Assert.Equal(("r1", "Sở Ngoại vụ Sơn La", "Đại sứ quán Việt Nam tại Lào"), (request.Id, request.Question.AskedBy, request.Question.AskedOf));
        Assert.Equal((RequestStanding.Open, null), (request.Standing, request.Days));
        Assert.True(request.IsOverdue(new DateOnly(2026, 2, 21)));
        Assert.False(request.IsOverdue(new DateOnly(2026, 2, 20)));
    });

    [Fact]
    public void An_answer_comes_from_the_body_asked_and_says_how_long_it_took() => Asked().When(Ask.AnswerFeedback(on: "2026-02-20")).And(agreement =>
    {
        var request = Assert.Single(agreement.Requests.All);
        Assert.Equal((RequestStanding.Answered, 10, "Đại sứ quán Việt Nam tại Lào"), (request.Standing, request.Days, request.Answer!.By));
        Assert.False(request.IsOverdue(new DateOnly(2030, 1, 1)));
    });

    [Fact]
    public void How_long_it_took_is_unknown_where_a_day_is() => Asked(Ask.RequestFeedback("2026-02")).When(Ask.AnswerFeedback())
        .And(agreement => Assert.Null(agreement.Requests.All[0].Days));

    [Fact]
    public void A_reminder_answers_nothing() => Asked().When(Ask.RemindFeedback()).When(Ask.RemindFeedback(on: "2026-02-18")).And(agreement =>
    {
        Assert.Equal([On("2026-02-15"), On("2026-02-18")], agreement.Requests.All[0].Reminders.Select(reminder => reminder.On));
        Assert.Equal(RequestStanding.Open, agreement.Requests.All[0].Standing);
    });

    [Fact]
    public void What_is_withdrawn_awaits_no_answer() => Asked().When(Ask.WithdrawFeedback()).When(Ask.AnswerFeedback())
        .ThenRefused("request/closed", "đã được rút", "is withdrawn already");

    [Fact]
    public void What_is_answered_is_not_answered_again() => Asked().When(Ask.AnswerFeedback()).When(Ask.AnswerFeedback())
        .ThenRefused("request/closed", "đã được trả lời", "record another request");

    [Fact]
    public void Nothing_is_answered_before_it_is_asked() => Asked().When(Ask.AnswerFeedback(on: "2026-02-09"))
        .ThenRefused("request/before-asked", "trước ngày hỏi 10/2/2026", "Check both dates");

    [Fact]
    public void Nothing_is_answered_tomorrow() => Asked().When(Ask.AnswerFeedback(on: "2026-03-03")).ThenRefused("request/in-the-future", "answer.answeredOn");

    [Fact]
    public void Nothing_is_asked_tomorrow() => Asked(Ask.RequestFeedback("2026-03-03")).ThenRefused("request/in-the-future", "question.askedOn");

    [Fact]
    public void Nothing_is_due_before_it_is_asked() => Asked(Ask.RequestFeedback(due: "2026-02-09")).ThenInvalid("question.dueBy");

    [Fact]
    public void A_request_nobody_made_is_not_answered()
    {
        Given(Agreements.Happened.Proposed()).When(Ask.AnswerFeedback()).ThenRefused("request/no-such-request", "request-feedback", "record it first");
        Asked().When(Ask.RemindFeedback("r2")).ThenRefused("request/no-such-request", "Các yêu cầu: r1", "The requests are: r1");
    }

    private static Story<Agreement, AgreementCommand, AgreementEvent> Asked(AgreementCommand? command = null) =>
        Given(Agreements.Happened.Proposed()).When(command ?? Ask.RequestFeedback());
}
