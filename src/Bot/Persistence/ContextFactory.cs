using Microsoft.EntityFrameworkCore;

namespace Bot.Persistence;

/// <summary>Gives the pooled contexts of one provider as what everybody asks for.</summary>
internal sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<BotDbContext>
    where TContext : BotDbContext
{
    public BotDbContext CreateDbContext() => inner.CreateDbContext();
}
