using System.Numerics;
using System.Runtime.CompilerServices;

namespace CityGrains.Domain.Portfolios;

/// <summary>Some of the lives of a page, by their places: one bit each.</summary>
[InlineArray(Words)]
internal struct LifeSet
{
    /// <summary>How many places a page has.</summary>
    public const int Places = Words * 64;

    /// <summary>How many words of 64 places.</summary>
    public const int Words = 8;

    private ulong _first;

    /// <summary>How many lives there are in it.</summary>
    public readonly int Count
    {
        get
        {
            var count = 0;
            foreach (var word in this) count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>Those in both.</summary>
    public static LifeSet operator &(in LifeSet one, in LifeSet other)
    {
        var both = default(LifeSet);
        for (var word = 0; word < Words; word++) both[word] = one[word] & other[word];
        return both;
    }

    /// <summary>The first so many places.</summary>
    public static LifeSet First(int count)
    {
        var set = default(LifeSet);
        for (var word = 0; word < Words; word++)
        {
            var left = count - (64 * word);
            set[word] = left >= 64 ? ulong.MaxValue : left > 0 ? (1UL << left) - 1 : 0;
        }

        return set;
    }

    /// <summary>Adds a place.</summary>
    public void Add(int place) => this[place / 64] |= 1UL << (place % 64);

    /// <summary>True when it has the place.</summary>
    public readonly bool Has(int place) => (this[place / 64] >> (place % 64) & 1) != 0;

    /// <summary>Its places, rising.</summary>
    public readonly BitWalk Walk() => new(this);
}

/// <summary>Goes from one bit that is set to the next.</summary>
internal struct BitWalk(LifeSet set)
{
    private LifeSet _set = set;
    private ulong _left = set[0];
    private int _word;

    /// <summary>The place the walk has come to.</summary>
    public int Current { get; private set; }

    /// <summary>For foreach.</summary>
    public readonly BitWalk GetEnumerator() => this;

    /// <summary>Goes to the next one.</summary>
    public bool MoveNext()
    {
        while (_left == 0)
        {
            if (++_word == LifeSet.Words) return false;
            _left = _set[_word];
        }

        Current = (64 * _word) + BitOperations.TrailingZeroCount(_left);
        _left &= _left - 1;
        return true;
    }
}
