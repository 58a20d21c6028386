namespace Entente.Cli;

/// <summary>Works on several items at a time and gives the results in the order of the items, so that they do not depend on how many work.</summary>
internal static class InOrder
{
    // Enough that a worker does not wait for a slow neighbour, few enough that little is held.
    private const int WaitingEach = 8;

    /// <summary>The results, in order. Items are taken on the calling thread; what a worker throws is thrown where its result would come.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> items, int jobs, Func<T, TResult> work)
    {
        if (jobs <= 1)
        {
            foreach (T item in items) yield return work(item);
            yield break;
        }
        using SemaphoreSlim free = new(jobs);
        Queue<Task<TResult>> waiting = new();
        try
        {
            foreach (T item in items)
            {
                waiting.Enqueue(Task.Run(() =>
                {
                    free.Wait();
                    try
                    {
                        return work(item);
                    }
                    finally
                    {
                        free.Release();
                    }
                }));
                while (waiting.Count > 0 && (waiting.Count >= jobs * WaitingEach || waiting.Peek().IsCompleted)) yield return waiting.Dequeue().GetAwaiter().GetResult();
            }
            while (waiting.Count > 0) yield return waiting.Dequeue().GetAwaiter().GetResult();
        }
        finally
        {
            // The semaphore must outlive whoever waits for it.
            Task.WhenAll(waiting).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }
    }
}
