export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
export const dayAgo = (days: number) => daysAgo(days).toISOString().slice(0, 10);
