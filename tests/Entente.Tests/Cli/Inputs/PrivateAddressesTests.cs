using System.Net;
using Entente.Cli.Inputs;

namespace Entente.Tests.Cli.Inputs;

public sealed class PrivateAddressesTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001:0:a00:1::")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    public void An_address_of_this_machine_or_network_is_private(string address) => Assert.True(PrivateAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("::ffff:93.184.215.14")]
    [InlineData("2a00:1450:4001::200e")]
    public void An_address_of_the_public_network_is_not(string address) => Assert.False(PrivateAddresses.Contains(IPAddress.Parse(address)));
}
