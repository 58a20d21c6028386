using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Extracting.Calibrating;

namespace Entente.Cli.Scoring;

/// <summary>
/// Learns data/confidence.tsv: a logistic regression of "was right" on the features of claims, by Newton's method, with a penalty that keeps the weight of
/// a feature with few claims near nothing. The same claims give the same table.
/// </summary>
internal static class ConfidenceFit
{
    /// <summary>Weight of the penalty.</summary>
    private const double Penalty = 1;

    /// <summary>The table of claims that were right or not.</summary>
    public static string Table(IReadOnlyList<(Claim Claim, bool Right)> claims, string origin)
    {
        List<IReadOnlyList<(string Name, double Value)>> rows = [.. claims.Select(c => ClaimFeatures.Of(c.Claim))];
        string[] names = [.. rows.SelectMany(r => r).Select(f => f.Name).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> index = names.Select((n, i) => (n, i)).ToDictionary(x => x.n, x => x.i, StringComparer.Ordinal);
        double[] weights = Learn([.. rows.Select(r => r.Select(f => (index[f.Name], f.Value)).ToArray())], [.. claims.Select(c => c.Right)], names);
        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture, $"# What the features of a claim are worth for its confidence, in log-odds. Origin: learnt by 'entente score --fit' from {origin}. Licence: MIT, as the code.\n");
        table.Append("# feature: of every claim (all), of a kind, or of a kind and something about it. weight: added up and turned into a share. 'extractor' is multiplied by the log-odds that the extractor itself gave.\n");
        table.Append("feature\tweight\n");
        for (int i = 0; i < names.Length; i++) table.Append(CultureInfo.InvariantCulture, $"{names[i]}\t{weights[i]:0.000}\n");
        return table.ToString();
    }

    private static double[] Learn((int Feature, double Value)[][] rows, bool[] right, string[] names)
    {
        int n = names.Length;
        double[] weights = new double[n];
        for (int round = 0; round < 30; round++)
        {
            double[,] hessian = new double[n, n];
            double[] gradient = new double[n];
            for (int i = 0; i < n; i++)
            {
                double penalty = names[i] == "all" ? 1e-6 : Penalty;
                hessian[i, i] = penalty;
                gradient[i] = -penalty * weights[i];
            }
            for (int r = 0; r < rows.Length; r++)
            {
                double p = ClaimFeatures.Probability(rows[r].Sum(f => weights[f.Feature] * f.Value));
                foreach ((int a, double x) in rows[r])
                {
                    gradient[a] += ((right[r] ? 1 : 0) - p) * x;
                    foreach ((int b, double y) in rows[r]) hessian[a, b] += p * (1 - p) * x * y;
                }
            }
            double[] step = Solve(hessian, gradient);
            for (int i = 0; i < n; i++) weights[i] += step[i];
            if (step.Max(Math.Abs) < 1e-9) break;
        }
        return weights;
    }

    // Gauss's elimination with the largest pivot.
    private static double[] Solve(double[,] matrix, double[] values)
    {
        int n = values.Length;
        for (int column = 0; column < n; column++)
        {
            int pivot = column;
            for (int row = column + 1; row < n; row++)
                if (Math.Abs(matrix[row, column]) > Math.Abs(matrix[pivot, column])) pivot = row;
            if (pivot != column)
            {
                for (int i = 0; i < n; i++) (matrix[column, i], matrix[pivot, i]) = (matrix[pivot, i], matrix[column, i]);
                (values[column], values[pivot]) = (values[pivot], values[column]);
            }
            for (int row = column + 1; row < n; row++)
            {
                double factor = matrix[row, column] / matrix[column, column];
                if (factor == 0) continue;
                for (int i = column; i < n; i++) matrix[row, i] -= factor * matrix[column, i];
                values[row] -= factor * values[column];
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--)
        {
            double sum = values[row];
            for (int i = row + 1; i < n; i++) sum -= matrix[row, i] * solution[i];
            solution[row] = sum / matrix[row, row];
        }
        return solution;
    }
}
