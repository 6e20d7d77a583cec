using System.Collections.Frozen;
using System.Reflection;

namespace Orleans.Runtime;

/// <summary>What a caller holds: implements the grain's interface by sending every call to the grain's activation.</summary>
internal class GrainReference : DispatchProxy, IAddressable
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
        var call = _methods[targetMethod!].NewCall(args!, _host.Now, _host.FlowingSpan);
        _host.Send(_class, Key, call);
        return call.Answer;
    }
}
