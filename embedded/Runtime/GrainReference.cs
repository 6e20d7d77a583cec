using System.Collections.Frozen;
using System.Reflection;

namespace Orleans.Runtime;

/// <summary>What a caller holds: implements the grain's interface by sending every call to the grain's activation.</summary>
#pragma warning disable CA1852 // The proxies are derived from it at run time.
internal class GrainReference : DispatchProxy, IAddressable
#pragma warning restore CA1852
{
    private GrainHost _host = null!;
    private GrainClass _class = null!;
    private FrozenDictionary<MethodInfo, GrainMethod> _methods = null!;

    public string Key { get; private set; } = "";

    /// <summary>The reference all others of the same interface are copies of.</summary>
    public static GrainReference Pattern(Type grainInterface, GrainClass grainClass, GrainHost host)
    {
        var pattern = (GrainReference)Create(grainInterface, typeof(GrainReference));
        (pattern._host, pattern._class) = (host, grainClass);
        pattern._methods = grainInterface.GetInterfaces().Prepend(grainInterface).SelectMany(type => type.GetMethods())
            .ToFrozenDictionary(method => method, method => new GrainMethod(method));
        return pattern;
    }

    public GrainReference For(string key)
    {
        var reference = (GrainReference)MemberwiseClone();
        reference.Key = key;
        return reference;
    }

    protected override object Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = _methods[targetMethod!];
        var call = method.NewCall(method, args!);
        _host.Send(_class, Key, call);
        return call.Answer;
    }
}
