//! Standard output that survives its reader.

use std::io::{BufWriter, ErrorKind, Result, Write};

/// A buffered stream; once its reader is gone (`gaceta rules | head -1`) what follows is dropped without an error.
pub(super) struct Output<'a> {
    stream: BufWriter<Reader<'a>>,
}

impl<'a> Output<'a> {
    /// Writes to `stream`.
    pub(super) fn new(stream: &'a mut dyn Write) -> Self {
        Self { stream: BufWriter::new(Reader { stream, gone: false }) }
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        self.stream.flush()
    }
}

struct Reader<'a> {
    stream: &'a mut dyn Write,
    gone: bool,
}

impl Write for Reader<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        if self.gone {
            return Ok(bytes.len());
        }
        match self.stream.write(bytes) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(bytes.len())
            }
            written => written,
        }
    }

    fn flush(&mut self) -> Result<()> {
        match self.stream.flush() {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(())
            }
            _ if self.gone => Ok(()),
            flushed => flushed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn a_closed_pipe_is_no_error() {
        let mut pipe = Failing(ErrorKind::BrokenPipe);
        let mut output = Output::new(&mut pipe);
        assert!(output.write_all(&vec![b'x'; 100_000]).is_ok());
        assert!(output.flush().is_ok());
    }

    #[test]
    fn a_full_disk_is_one() {
        let mut disk = Failing(ErrorKind::StorageFull);
        let mut output = Output::new(&mut disk);
        output.write_all(b"x").expect("it is buffered");
        assert_eq!(output.flush().unwrap_err().kind(), ErrorKind::StorageFull);
    }
}
