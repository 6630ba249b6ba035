package io.anpip.projector.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Says which addresses a webhook may go to: those of the public internet, unless the operator allows all.
 *
 * <p>A name is resolved by us and the connection made to the very address that was checked, so that a name that changes its answer
 * between check and use gains nothing.
 */
enum AddressRule {
    PUBLIC_ONLY {
        @Override
        boolean allows(InetAddress address) {
            return isPublic(address);
        }
    },
    ANY {
        @Override
        boolean allows(InetAddress address) {
            return true;
        }
    };

    /** IPv4 ranges that lead nowhere on the public internet (IANA's special-purpose registry). */
    private static final List<Range> SPECIAL = List.of(
            new Range(0x00_00_00_00, 8),
            new Range(0x0a_00_00_00, 8),
            new Range(0x64_40_00_00, 10),
            new Range(0x7f_00_00_00, 8),
            new Range(0xa9_fe_00_00, 16),
            new Range(0xac_10_00_00, 12),
            new Range(0xc0_00_00_00, 24),
            new Range(0xc0_00_02_00, 24),
            new Range(0xc0_58_63_00, 24),
            new Range(0xc0_a8_00_00, 16),
            new Range(0xc6_12_00_00, 15),
            new Range(0xc6_33_64_00, 24),
            new Range(0xcb_00_71_00, 24),
            // Multicast, reserved and broadcast.
            new Range(0xe0_00_00_00, 3));

    abstract boolean allows(InetAddress address);

    private static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress(), 0);
            case Inet6Address six -> isPublic(six);
            default -> false;
        };
    }

    private static boolean isPublic(Inet6Address address) {
        byte[] bytes = address.getAddress();
        if (startsWith(bytes, 0x20, 0x02)) {
            // 6to4 wraps an IPv4 address.
            return isPublic(bytes, 2);
        }
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            // So does NAT64.
            return isPublic(bytes, 12);
        }
        boolean globalUnicast = (bytes[0] & 0xe0) == 0x20;
        boolean teredoOrDocumentation =
                startsWith(bytes, 0x20, 0x01, 0x00, 0x00) || startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8);
        return globalUnicast && !teredoOrDocumentation;
    }

    private static boolean isPublic(byte[] bytes, int offset) {
        int value = (bytes[offset] & 0xff) << 24
                | (bytes[offset + 1] & 0xff) << 16
                | (bytes[offset + 2] & 0xff) << 8
                | bytes[offset + 3] & 0xff;
        return SPECIAL.stream().noneMatch(range -> range.holds(value));
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private record Range(int network, int prefixLength) {

        boolean holds(int address) {
            int mask = -1 << (32 - prefixLength);
            return (address & mask) == (network & mask);
        }
    }
}
