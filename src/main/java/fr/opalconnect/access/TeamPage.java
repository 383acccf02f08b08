package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The team: who may sign in at the desk, as what, for which agencies.
@Controller
class TeamPage {
    static final String PATH = SignedInStaff.DESK + "/equipe";

    private final Team team;
    private final TeamFacts facts;
    private final Views views;

    TeamPage(Team team, TeamFacts facts, Views views) {
        this.team = team;
        this.facts = facts;
        this.views = views;
    }

    @GetMapping(PATH)
    View list(SignedInStaff who, @RequestParam(required = false) @Nullable String fait) {
        List<StaffMember> members = team.of(who);
        if (members == null) {
            throw notThere();
        }
        return views.page(
                "access/Team", facts.list(who, members, "fermeture".equals(fait) ? "access.team.closed" : null));
    }

    @GetMapping(PATH + "/nouveau")
    View form(SignedInStaff who) {
        if (team.of(who) == null) {
            throw notThere();
        }
        return member(facts.fresh(who, TeamForm.EMPTY, Mistakes.NONE), HttpStatus.OK);
    }

    @PostMapping(PATH + "/nouveau")
    View invite(
            SignedInStaff who,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String courriel,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") List<String> agences,
            @RequestParam(defaultValue = "") String conseiller,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (team.of(who) == null) {
            throw notThere();
        }
        TeamForm form = new TeamForm(nom, courriel, role, agences, conseiller);
        Mistakes mistakes = form.mistakes(true);
        var read = form.readRole();
        if (mistakes.any() || read == null) {
            return member(facts.fresh(who, form, mistakes), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return ended(
                team.invite(who, nom, courriel, read, agences, form.readAdviser()),
                mistake -> facts.fresh(who, form, mistake),
                request,
                response);
    }

    @GetMapping(PATH + "/{id}")
    View one(SignedInStaff who, @PathVariable UUID id, @RequestParam(required = false) @Nullable String fait) {
        return member(facts.of(who, theirs(who, id), fait == null ? null : "access.team.saved"), HttpStatus.OK);
    }

    @PostMapping(PATH + "/{id}")
    View assign(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") List<String> agences,
            @RequestParam(defaultValue = "") String conseiller,
            HttpServletRequest request,
            HttpServletResponse response) {
        StaffMember member = theirs(who, id);
        TeamForm form = new TeamForm(member.name(), member.email(), role, agences, conseiller);
        Mistakes mistakes = form.mistakes(false);
        var read = form.readRole();
        if (mistakes.any() || read == null) {
            return member(facts.of(who, member, form, mistakes), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Team.Ending ending = team.assign(who, id, read, agences, form.readAdviser());
        return ending instanceof Team.Ending.Done
                ? new RedirectView(PATH + "/" + id + "?fait=oui")
                : ended(ending, mistake -> facts.of(who, member, form, mistake), request, response);
    }

    @PostMapping(PATH + "/{id}/absence")
    View away(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            @RequestParam(defaultValue = "") String remplacant,
            @RequestParam(defaultValue = "false") boolean retour) {
        StaffMember member = theirs(who, id);
        AwayForm form = new AwayForm(du, au, remplacant, retour);
        AwayForm.Read read = form.read(team.standIns(who, id));
        if (read == null) {
            return member(facts.of(who, member, form), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        team.away(who, id, read);
        return new RedirectView(PATH + "/" + id + "?fait=oui");
    }

    @PostMapping(PATH + "/{id}/lien")
    View reset(SignedInStaff who, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        StaffMember member = theirs(who, id);
        return ended(team.reset(who, id), mistake -> facts.of(who, member, (String) null), request, response);
    }

    @PostMapping(PATH + "/{id}/fermeture")
    View close(SignedInStaff who, @PathVariable UUID id) {
        if (team.close(who, id) instanceof Team.Ending.NotTheirs) {
            throw notThere();
        }
        return new RedirectView(PATH + "?fait=fermeture");
    }

    private interface Again {
        TeamMemberView with(Mistakes mistakes);
    }

    private View ended(Team.Ending ending, Again again, HttpServletRequest request, HttpServletResponse response) {
        return switch (ending) {
            case Team.Ending.Invited invited -> {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                yield views.page("access/TeamInvited", InvitedView.of(invited, request));
            }
            case Team.Ending.Done _ -> new RedirectView(PATH);
            case Team.Ending.Taken _ ->
                member(
                        again.with(Mistakes.of(new Mistake("courriel", "access.team.taken"))),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Team.Ending.NotTheirs _, Team.Ending.NotTheirsToGive _ -> throw notThere();
        };
    }

    private StaffMember theirs(SignedInStaff who, UUID id) {
        StaffMember member = team.find(who, id);
        if (member == null) {
            throw notThere();
        }
        return member;
    }

    private View member(TeamMemberView view, HttpStatus status) {
        return views.page("access/TeamMember", view, status);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
