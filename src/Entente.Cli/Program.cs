using Entente.Cli;

return EntenteCommand.Run(args, Surroundings.OfProcess());
