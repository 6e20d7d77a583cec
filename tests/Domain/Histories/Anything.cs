using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using CityGrains.Domain.Record;
using CityGrains.Domain.Tests.Record;
using FsCheck;
using FsCheck.Fluent;

namespace CityGrains.Domain.Tests.Histories;

/// <summary>Values of any type a command holds, sound or not: missing parts, halves of characters, numbers outside their list.</summary>
internal static class Anything
{
    private static readonly Gen<string?> Strings = Gen.Elements([
        null, "", " ", "c1", "c1-m1", "c2-m1", "Bộ Ngoại giao", "Sơn La", "Hiệp định", "Trao đổi giáo viên", "vn-son-la", new string('a', 64),
        new string('x', 600), new string('x', 20_000), "dòng\nkhác", "\u0301", "\u200f", .. NoText.Samples]);

    /// <summary>One of the given types, filled with anything.</summary>
    public static Gen<T> OneOf<T>(IEnumerable<Type> types) => Gen.OneOf(types.Select(type => Filled(type).Select(value => (T)value!)));

    /// <summary>Every command there is, now and later.</summary>
    public static IEnumerable<Type> CommandsOf<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);

    private static Gen<object?> Of(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? Gen.OneOf(Gen.Constant<object?>(null), Of(value))
        : type == typeof(string) ? Strings.Select(text => (object?)text)
        : type == typeof(bool) ? Gen.Elements<object?>(true, false)
        : type == typeof(int) ? Gen.Elements<object?>(int.MinValue, -1, 0, 40, 100, 101, int.MaxValue)
        : type == typeof(double) ? Gen.Elements<object?>(double.NaN, double.NegativeInfinity, -91d, 0d, 21.3, 180d, double.MaxValue)
        : type == typeof(decimal) ? Gen.Elements<object?>(decimal.MinValue, 0m, 62.88m, decimal.MaxValue)
        : type == typeof(DateOfRecord) ? Gen.Frequency((3, DateOfRecordTests.Dates), (2, Gen.Elements(Asking.On("2026-02-01"), Asking.On("2026"))))
            .Select(date => (object?)date)
        : type == typeof(DateOnly) ? Gen.Elements<object?>(DateOnly.MinValue, new DateOnly(2026, 2, 27), new DateOnly(2027, 2, 28), DateOnly.MaxValue)
        : type.IsEnum ? Gen.Choose(-1, Enum.GetValues(type).Length).Select(number => (object?)Enum.ToObject(type, number))
        : IsImmutable(type) ? ListOf(type.GetGenericArguments()[0])
            .Select(list => list is Array items ? Immutable(type, items) : Activator.CreateInstance(type))
        : type.IsGenericType ? ListOf(type.GetGenericArguments()[0])
        : Gen.Frequency((1, Gen.Constant<object?>(null)), (4, Filled(type)));

    private static Gen<object?> Filled(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var more = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is not null && constructor.GetParameters().All(parameter => parameter.Name != property.Name)).ToArray();
        return
            from arguments in Gen.CollectToArray(constructor.GetParameters(), parameter => Of(parameter.ParameterType))
            from values in Gen.CollectToArray(more, property => Of(property.PropertyType))
            select Assembled(constructor, arguments, more, values);
    }

    private static object? Assembled(ConstructorInfo constructor, object?[] arguments, PropertyInfo[] more, object?[] values)
    {
        var made = constructor.Invoke(arguments);
        foreach (var (property, value) in more.Zip(values)) property.SetValue(made, value);
        return made;
    }

    private static Gen<object?> ListOf(Type item) => Gen.OneOf(
        Gen.Constant<object?>(null),
        Gen.Constant(Activator.CreateInstance(typeof(ImmutableArray<>).MakeGenericType(item))),
        from length in Gen.Choose(0, 4)
        from items in Of(item).ArrayOf(length)
        select (object?)Typed(item, items),
        from one in Of(item)
        select (object?)Typed(item, [.. Enumerable.Repeat(one, 300)]));

    private static bool IsImmutable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static object? Immutable(Type type, Array items) =>
        typeof(ImmutableCollectionsMarshal).GetMethod(nameof(ImmutableCollectionsMarshal.AsImmutableArray))!
        .MakeGenericMethod(type.GetGenericArguments()).Invoke(obj: null, [items]);

    private static Array Typed(Type item, object?[] items)
    {
        var typed = Array.CreateInstance(item, items.Length);
        items.CopyTo(typed, 0);
        return typed;
    }
}
