/**
 * Entry of the functions bundle: every custom function and nothing else. Excel learns them from functions.json; the
 * build appends `CustomFunctions.associate` to each file that declares one, so importing a file registers it.
 */
import "./requiredDeals";
import "./requiredSqls";
import "./requiredMqls";
import "./requiredInquiries";
import "./requiredVolumes";
import "./expectedBookings";
import "./expectedVolumes";
import "./ntmSplit";
import "./bookingsForRevenue";
import "./sourceTargets";
import "./apportion";
import "./pipelineCoverage";
import "./requiredPipeline";
import "./requiredReps";
