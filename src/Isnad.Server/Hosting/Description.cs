using System.Globalization;
using System.Text.Json.Nodes;
using Isnad.Server.Api;
using Microsoft.OpenApi;

namespace Isnad.Server.Hosting;

/// <summary>Describes the interface as OpenAPI: what parameters must be is taken from what is checked.</summary>
internal static class Description
{
    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Isnad", Version = "v1", Description = "What is claimed of a conflict, by whom, through whom. Errors are application/problem+json; lists are { items, next, total }." };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ParameterList>().FirstOrDefault() is { } list)
            {
                operation.Parameters ??= [];
                foreach (var name in PathNames(context.Description.RelativePath ?? ""))
                    if (!operation.Parameters.Any(p => p.Name == name)) operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
                foreach (var parameter in list.Parameters) operation.Parameters.Add(Of(parameter));
            }
            return Task.CompletedTask;
        });
    });

    private static IEnumerable<string> PathNames(string path) =>
        path.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}').TrimStart('*'));

    private static OpenApiParameter Of(Parameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Required = parameter.Required,
        Explode = true,
        Schema = parameter.Several ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Value(parameter) } : Value(parameter),
    };

    private static OpenApiSchema Value(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Day => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        ParameterKind.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ParameterKind.Whole => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = parameter.Least.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Most.ToString(CultureInfo.InvariantCulture),
            Default = parameter.Usual is { } usual ? JsonValue.Create(usual) : null,
        },
        _ => new OpenApiSchema { Type = JsonSchemaType.String, Enum = parameter.Words.Count > 0 ? [.. parameter.Words.Select(w => (JsonNode)JsonValue.Create(w))] : null },
    };
}
