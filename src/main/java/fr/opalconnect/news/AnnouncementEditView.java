package fr.opalconnect.news;

import fr.opalconnect.landlord.Agency;
import fr.opalconnect.tenancy.Area;
import fr.opalconnect.ui.Mistakes;
import java.util.List;

/// The form of an announcement.
///
/// @param areas      those of the agency that was chosen
/// @param everywhere whether it may go to all agencies
record AnnouncementEditView(
        AnnouncementForm form, List<Agency> agencies, List<Area> areas, boolean everywhere, Mistakes mistakes) {}
