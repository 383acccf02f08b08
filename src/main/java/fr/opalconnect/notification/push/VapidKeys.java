package fr.opalconnect.notification.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/// The key pair by which push services know that it is this landlord who sends (RFC 8292). It follows from 32 secret
/// bytes, so that all nodes have the same one and nothing else need be kept.
public final class VapidKeys {
    private static final String CURVE = "secp256r1";

    private VapidKeys() {}

    /// @param seed 32 bytes that nobody else knows, and that never change: browsers subscribe to this key alone
    public static VAPIDKeyPair of(byte[] seed) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec(CURVE));
            ECParameterSpec parameters = curve.getParameterSpec(ECParameterSpec.class);
            // From 1 to the order less 1; the order is so near to 2²⁵⁶ that none is likelier than another.
            BigInteger secret = new BigInteger(1, seed)
                    .mod(parameters.getOrder().subtract(BigInteger.ONE))
                    .add(BigInteger.ONE);
            ECPoint point =
                    CustomNamedCurves.getByName(CURVE).getG().multiply(secret).normalize();
            KeyFactory keys = KeyFactory.getInstance("EC");
            return VAPIDKeyPairs.of(
                    PrivateKeySources.ofECPrivateKey(
                            (ECPrivateKey) keys.generatePrivate(new ECPrivateKeySpec(secret, parameters))),
                    PublicKeySources.ofECPublicKey((ECPublicKey) keys.generatePublic(new ECPublicKeySpec(
                            new java.security.spec.ECPoint(
                                    point.getAffineXCoord().toBigInteger(),
                                    point.getAffineYCoord().toBigInteger()),
                            parameters))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is in every JDK", e);
        }
    }
}
