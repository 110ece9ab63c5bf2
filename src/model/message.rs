//! What gaceta has to say, before it is put into words.

use serde::Serialize;

/// A message of the catalogue with its arguments; only the outermost layers turn it into Spanish or English.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message {
    /// Identifier in the message catalogue.
    pub id: &'static str,
    /// Named values that the message's text refers to.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// A value shown inside a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Argument {
    /// Text, shown as it is but for control characters.
    Text(String),
    /// A count, which selects the plural.
    Number(u64),
    /// Another message, put into words first.
    Message(Message),
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, arguments: Vec::new() }
    }

    /// The same message with one argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        // Findings are kept by the hundred thousand, nearly all with one argument.
        self.arguments.reserve_exact(1);
        self.arguments.push((name, value.into()));
        self
    }
}

impl Serialize for Message {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let arguments: std::collections::BTreeMap<_, _> =
            self.arguments.iter().map(|(name, value)| (*name, value)).collect();
        let mut fields = serializer.serialize_struct("Message", 2)?;
        fields.serialize_field("id", self.id)?;
        fields.serialize_field("arguments", &arguments)?;
        fields.end()
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&super::DocumentPath> for Argument {
    fn from(path: &super::DocumentPath) -> Self {
        Self::Text(path.to_string())
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}
