namespace CityGrains.Domain.Agreements;

/// <summary>What sort of instrument an agreement is. Written in kebab-case: <c>sister-city</c>.</summary>
public enum AgreementKind
{
    /// <summary>Bản ghi nhớ.</summary>
    Mou,

    /// <summary>Thỏa thuận hợp tác.</summary>
    CooperationAgreement,

    /// <summary>Kết nghĩa.</summary>
    SisterCity,

    /// <summary>Ý định thư.</summary>
    LetterOfIntent,

    /// <summary>Tuyên bố chung.</summary>
    JointStatement,

    /// <summary>Biên bản.</summary>
    Minutes,

    /// <summary>Chương trình, kế hoạch hợp tác.</summary>
    Programme,
}
