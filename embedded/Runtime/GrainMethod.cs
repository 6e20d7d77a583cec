using System.Diagnostics;
using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>A method of a grain interface.</summary>
internal sealed class GrainMethod(MethodInfo method)
{
    private readonly MethodInvoker _invoke = MethodInvoker.Create(method);
    private readonly Func<GrainMethod, object?[], long, Activity?, Call> _newCall = typeof(GrainMethod)
        .GetMethod(nameof(New), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(ResultOf(method))
        .CreateDelegate<Func<GrainMethod, object?[], long, Activity?, Call>>();

    /// <summary>For people: <c>ICityGrain.Execute</c>.</summary>
    public string Name { get; } = $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>Whether it may overlap with others like it.</summary>
    public bool IsReadOnly { get; } = method.IsDefined(typeof(ReadOnlyAttribute));

    /// <summary>Calls it on a grain. What the grain throws before its first await is in the task, too.</summary>
    public Task Invoke(Grain grain, object?[] arguments)
    {
        try
        {
            return (Task)_invoke.Invoke(grain, arguments.AsSpan())!;
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }

    /// <summary>The call that will carry its result.</summary>
    public Call NewCall(object?[] arguments, long madeAt, Activity? span) => _newCall(this, arguments, madeAt, span);

    private static Call<TResult> New<TResult>(GrainMethod method, object?[] arguments, long madeAt, Activity? span) =>
        new(method, arguments) { MadeAt = madeAt, Span = span };

    private static Type ResultOf(MethodInfo method) =>
        method.ReturnType == typeof(Task) ? typeof(object)
        : method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GenericTypeArguments[0]
        : throw new NotSupportedException($"{method.DeclaringType}.{method.Name} returns {method.ReturnType}; grain methods return Task or Task<T>.");
}
