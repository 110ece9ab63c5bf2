//! Bars and areas as SVG 2, to be put into a page: colours are the page's, by the classes `part-1`, `part-2` and so on.

use std::fmt::Write as _;

/// The width and the height of a bar, and those of areas, in units of the drawing.
const BAR: (u128, u128) = (1000, 24);
const AREAS: (u128, u128) = (1000, 400);

/// How many classes of colours there are; what comes behind has the class `part-other`.
const CLASSES: usize = 12;

/// Keeps lines as thick as the page's style says when the drawing is stretched.
const STRETCHED: &str = r#"vector-effect="non-scaling-stroke""#;

/// A bar of parts beside each other; together they are as long as `whole` of it. `label` says in words what it shows.
#[must_use]
pub fn stacked_bar(parts: &[(usize, u128)], whole: u128, label: &str) -> String {
    let (width, height) = BAR;
    let mut svg = opening("bar", width, height, label);
    let mut sum = 0;
    for (number, part) in parts {
        let (start, end) = (at(sum, whole, width), at(sum + part, whole, width));
        sum += part;
        let (class, length) = (class(*number), end - start);
        // Writing to a string does not fail.
        let _ = write!(svg, r#"<rect class="{class}" x="{start}" width="{length}" height="{height}" {STRETCHED}/>"#);
    }
    svg + "</svg>"
}

/// An area of a drawing of [`areas`]: a number for each moment.
pub struct Area<'a> {
    /// The number of its colour.
    pub number: usize,
    /// How high it is at each moment.
    pub heights: &'a [usize],
}

/// Areas on each other, from the left to the right at equal distances. `label` says in words what they show.
#[must_use]
pub fn areas(areas: &[Area<'_>], label: &str) -> String {
    let (width, height) = AREAS;
    let moments = areas.iter().map(|area| area.heights.len()).max().unwrap_or(0);
    let number = |area: &Area<'_>, moment: usize| area.heights.get(moment).copied().unwrap_or(0) as u128;
    let sum = |count: usize, moment: usize| -> u128 { areas[..count].iter().map(|area| number(area, moment)).sum() };
    let most = (0..moments).map(|moment| sum(areas.len(), moment)).max().unwrap_or(0);
    let point = |count: usize, moment: usize| {
        let across = at(moment as u128, (moments as u128).saturating_sub(1), width);
        format!("{across} {}", height - at(sum(count, moment), most, height))
    };
    let mut svg = opening("areas", width, height, label);
    for (place, area) in areas.iter().enumerate().filter(|_| moments > 1) {
        let top = (0..moments).map(|moment| point(place + 1, moment));
        let bottom = (0..moments).rev().map(|moment| point(place, moment));
        let path: Vec<String> = top.chain(bottom).collect();
        let _ = write!(svg, r#"<path class="{}" d="M{}Z" {STRETCHED}/>"#, class(area.number), path.join("L"));
    }
    svg + "</svg>"
}

/// Where a part of a whole stands on so many units, to the nearest.
const fn at(part: u128, whole: u128, units: u128) -> u128 {
    if whole == 0 { 0 } else { (part * units * 2 + whole) / (whole * 2) }
}

fn class(number: usize) -> String {
    if number < CLASSES { format!("part-{}", number + 1) } else { "part-other".to_owned() }
}

fn opening(class: &str, width: u128, height: u128, label: &str) -> String {
    let label = label.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    format!(
        r#"<svg class="{class}" viewBox="0 0 {width} {height}" preserveAspectRatio="none" role="img" aria-label="{label}">"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_bar_stand_beside_each_other() {
        let svg = stacked_bar(&[(0, 1), (usize::MAX, 2)], 4, "a \"<b>\"");
        assert!(svg.contains(r#"aria-label="a &quot;&lt;b>&quot;""#), "{svg}");
        assert!(
            svg.contains(r#"<rect class="part-1" x="0" width="250" height="24" vector-effect="non-scaling-stroke"/>"#),
            "{svg}"
        );
        assert!(
            svg.contains(
                r#"<rect class="part-other" x="250" width="500" height="24" vector-effect="non-scaling-stroke"/>"#
            ),
            "{svg}"
        );
        roxmltree::Document::parse(&svg).unwrap();
    }

    #[test]
    fn areas_stand_on_each_other() {
        let svg = areas(&[Area { number: 0, heights: &[0, 2] }, Area { number: 1, heights: &[1, 2] }], "x");
        assert!(
            svg.contains(
                r#"<path class="part-1" d="M0 400L1000 200L1000 400L0 400Z" vector-effect="non-scaling-stroke"/>"#
            ),
            "{svg}"
        );
        assert!(
            svg.contains(
                r#"<path class="part-2" d="M0 300L1000 0L1000 200L0 400Z" vector-effect="non-scaling-stroke"/>"#
            ),
            "{svg}"
        );
        assert!(!areas(&[Area { number: 0, heights: &[1] }], "x").contains("path"));
        assert!(!areas(&[], "x").contains("path"));
    }
}
