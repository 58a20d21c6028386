Console.Error.WriteLine("entente-train: nothing to train in this version");
return 1;
