package fr.opalconnect.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The files of a package and their columns: nine, and one that may be left out.
enum PackageFile {
    AGENCES("code,nom,telephone,courriel,adresse,code_postal,commune,horaires"),
    CONSEILLERS("code,prenom,nom,code_agence,courriel,telephone"),
    LOGEMENTS("numero_logement,type,etage,porte,batiment,escalier,residence,adresse,code_postal,commune,surface_m2,"
            + "code_agence,code_conseiller"),
    LOCATAIRES("numero_locataire,civilite,prenom,nom,mobile,courriel,langue"),
    BAUX("numero_bail,numero_logement,date_debut,date_fin,terme,jour_echeance,mode_paiement"),
    TITULAIRES("numero_bail,numero_locataire,role"),
    AVIS("identifiant,numero_bail,periode,date_emission,date_echeance,solde_anterieur,total_mois,net_a_payer"),
    ECRITURES("identifiant,numero_bail,avis,nature,libelle,periode,date_operation,date_valeur,date_echeance,"
            + "debit,credit,prelevable,annule,reference_paiement"),
    DOCUMENTS("identifiant,numero_bail,nature,libelle,date,fichier,sha256"),
    /// Only where the cast lives.
    DECOMPTES("numero_bail,annee,theme,depenses,provisions");

    final String columns;

    PackageFile(String columns) {
        this.columns = columns;
    }

    /// Those that such a package has.
    static List<PackageFile> of(Recipe recipe) {
        return Arrays.stream(values())
                .filter(file -> recipe.cast() || file != DECOMPTES)
                .toList();
    }

    /// `agences`: the resource's name; the file is `agences.csv`.
    String resource() {
        return name().toLowerCase(Locale.ROOT);
    }
}
