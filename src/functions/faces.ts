/** Table of contents: every custom function under the name its mathematics carries. */

// Plan
export { requiredDeals } from "./requiredDeals";
export { requiredSqls } from "./requiredSqls";
export { requiredMqls } from "./requiredMqls";
export { requiredInquiries } from "./requiredInquiries";
export { requiredVolumes } from "./requiredVolumes";
export { expectedBookings } from "./expectedBookings";
export { expectedVolumes } from "./expectedVolumes";
export { ntmSplit } from "./ntmSplit";
export { bookingsForRevenue } from "./bookingsForRevenue";
export { sourceTargets } from "./sourceTargets";
export { apportion } from "./apportion";
export { pipelineCoverage } from "./pipelineCoverage";
export { requiredPipeline } from "./requiredPipeline";
export { requiredReps } from "./requiredReps";

// Timing
export { requiredSchedule } from "./requiredSchedule";
export { spreadSchedule } from "./spreadSchedule";
export { expectedSchedule } from "./expectedSchedule";
export { expectedStages } from "./expectedStages";
export { feasibleSchedule } from "./feasibleSchedule";
export { earliestVolume } from "./earliestVolume";
export { createBy } from "./createBy";
export { lagShares } from "./lagShares";
export { openForecast } from "./openForecast";
export { fiscalPeriod } from "./fiscalPeriod";

// Rates and experiments
export { conversionRate } from "./conversionRate";
export { leadsPerConversion } from "./leadsPerConversion";
export { rateRange } from "./rateRange";
export { blendedRate } from "./blendedRate";
export { priorWeight } from "./priorWeight";
export { pooledRates } from "./pooledRates";
export { chainRange } from "./chainRange";
export { rateDifference } from "./rateDifference";
export { experimentSize } from "./experimentSize";

// Cohorts
export { cohortRate } from "./cohortRate";
export { cohortRateCounts } from "./cohortRateCounts";
export { cohortCurve } from "./cohortCurve";
export { cohortCurveCounts } from "./cohortCurveCounts";
export { cohortLag } from "./cohortLag";

// Risk
export { safeVolume } from "./safeVolume";
export { safeVolumeForBookings } from "./safeVolumeForBookings";
export { hitProbability } from "./hitProbability";
export { bookingsRange } from "./bookingsRange";
export { pipelineHitProbability } from "./pipelineHitProbability";

// Alignment
export { gapDrivers } from "./gapDrivers";
export { gapByOwner } from "./gapByOwner";
export { belowAgreed } from "./belowAgreed";

// Response time and quality
export { businessHours } from "./businessHours";
export { slaDue } from "./slaDue";
export { slaStatus } from "./slaStatus";
export { slaAttainment } from "./slaAttainment";
export { localTime } from "./localTime";
export { acceptanceRate } from "./acceptanceRate";

// Credit
export { creditSplit } from "./creditSplit";
export { teamCredit } from "./teamCredit";
export { markovCredit } from "./markovCredit";
export { shapleyCredit } from "./shapleyCredit";
export { bonusPayout } from "./bonusPayout";

// Budget
export { expectedResult } from "./expectedResult";
export { marginalCost } from "./marginalCost";
export { calibrateCurve } from "./calibrateCurve";
export { allocateBudget } from "./allocateBudget";
export { allocateUnits } from "./allocateUnits";

// Money
export { costPer } from "./costPer";
export { costPerStage } from "./costPerStage";
export { romi } from "./romi";
export { cac } from "./cac";
export { cacRange } from "./cacRange";
export { laggedCac } from "./laggedCac";
export { cacPayback } from "./cacPayback";
export { lifetimeValue } from "./lifetimeValue";
export { salesVelocity } from "./salesVelocity";
export { attainment } from "./attainment";
export { pace } from "./pace";
