using System.Linq.Expressions;
using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>A method of a grain interface, compiled once.</summary>
internal sealed class GrainMethod
{
    public GrainMethod(MethodInfo method)
    {
        var result = ResultOf(method);
        Name = $"{method.DeclaringType!.Name}.{method.Name}";
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        Invoke = CompileInvoke(method);
        NewCall = CompileNewCall(typeof(Call<>).MakeGenericType(result));
    }

    /// <summary>For people: <c>ICityGrain.Execute</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it may overlap with others like it.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Calls it on a grain.</summary>
    public Func<object, object?[], Task> Invoke { get; }

    /// <summary>Makes the call that will carry its result.</summary>
    public Func<GrainMethod, object?[], Call> NewCall { get; }

    private static Type ResultOf(MethodInfo method) =>
        method.IsGenericMethodDefinition ? throw new NotSupportedException($"{method.DeclaringType}.{method.Name} is generic; grain methods are not.")
        : method.ReturnType == typeof(Task) ? typeof(object)
        : method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GenericTypeArguments[0]
        : throw new NotSupportedException($"{method.DeclaringType}.{method.Name} returns {method.ReturnType}; grain methods return Task or Task<T>.");

    private static Func<object, object?[], Task> CompileInvoke(MethodInfo method)
    {
        var grain = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var given = method.GetParameters().Select((parameter, index) =>
            Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(index)), parameter.ParameterType));
        var call = Expression.Call(Expression.Convert(grain, method.DeclaringType!), method, given);
        return Expression.Lambda<Func<object, object?[], Task>>(call, grain, arguments).Compile();
    }

    private static Func<GrainMethod, object?[], Call> CompileNewCall(Type call)
    {
        var method = Expression.Parameter(typeof(GrainMethod));
        var arguments = Expression.Parameter(typeof(object?[]));
        var make = Expression.New(call.GetConstructors().Single(), method, arguments);
        return Expression.Lambda<Func<GrainMethod, object?[], Call>>(make, method, arguments).Compile();
    }
}
